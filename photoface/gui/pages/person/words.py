"""A person's card in plain words: how many of the guesses are right, and with whom they are confused."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from photoface.gui.core.isolating import isolated
from photoface.services.review.spot_check import Precision
from photoface.services.showing.person_card import Confusion, PersonCard

_ENOUGH = 5
"""Fewer answers say nothing that a sentence could tell."""


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("PersonCard", text, None, number)


def card_texts(card: PersonCard) -> list[str]:
    """A sentence each, the most telling first; none of what nobody has looked at."""
    said = [drawn_text(card.drawn)]
    if card.drawn.looked_at < _ENOUGH:
        said.append(looked_at_text(card.suggested))
    said += [confused_text(each) for each in card.confused[:1]]
    said.append(tr("%n face(s) too small or blurred to be told", len(card.too_poor)) if card.too_poor else "")
    return [each for each in said if each]


def drawn_text(found: Precision) -> str:
    """Of faces drawn by lot: what that says of all guesses."""
    if found.share is None:
        return ""
    low, high = (QLocale().toString(round(100 * bound)) for bound in found.interval)
    right = tr("Of %n face(s) drawn by lot {right} were right", found.looked_at)
    meaning = tr("of 100 such faces between {low} and {high} are")
    return f"{right}: {meaning}".format(right=QLocale().toString(found.right), low=low, high=high)


def looked_at_text(found: Precision) -> str:
    """Of guesses that a review has asked about: those were chosen, and say less."""
    if found.share is None:
        return ""
    text = tr("Of %n guess(es) that you looked at {right} were right", found.looked_at)
    return text.format(right=QLocale().toString(found.right))


def confused_text(one: Confusion) -> str:
    """With whom the person is taken for one another."""
    name = isolated(one.person.name)
    if one.faces:
        return tr("most often taken for {name}: %n face(s)", one.faces).format(name=name)
    return tr("most like {name}").format(name=name)


def unsure_text(found: Precision) -> str:
    """Those nobody could tell."""
    return tr("%n not sure", found.unsure) if found.unsure else ""
