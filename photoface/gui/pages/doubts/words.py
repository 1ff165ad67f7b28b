"""Doubts in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from photoface.gui.core.isolating import isolated
from photoface.gui.pages.review.words import rate_text
from photoface.services.review.doubts import Doubt, Reason


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Doubts", text, None, number)


def question_text(doubt: Doubt) -> str:
    """What is asked."""
    return tr("Is this really {name}?").format(name=isolated(doubt.person.name))


def reasons_text(doubt: Doubt) -> list[str]:
    """Why it looks wrong, a sentence each."""
    name = isolated(doubt.person.name)
    other = isolated(doubt.rival.name) if doubt.rival is not None else ""
    texts = {
        Reason.NEARER: tr("It is more like {other} than like {name}."),
        Reason.TWICE: tr("{name} is in this photo once more."),
        Reason.FAR: tr("It is like no other face of {name}."),
        Reason.YEARS: tr("It is like no face of {name} from the same years."),
    }
    said = [texts[reason].format(name=name, other=other) for reason in doubt.reasons]
    if Reason.NEARER in doubt.reasons and doubt.rival_rate is not None:
        said.append(f"{other}: {rate_text(doubt.rival_rate)}")
    return said


def heading_text(doubt: Doubt) -> str:
    """What the faces beside it are."""
    name = isolated(doubt.person.name)
    if doubt.rival is None:
        return tr("Known faces of {name}, the nearest first").format(name=name)
    return tr("Above {name}, below {other}").format(name=name, other=isolated(doubt.rival.name))
