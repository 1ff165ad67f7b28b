"""Questions and evidence in plain words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from photoface.gui.core.isolating import isolated
from photoface.services.both_sides import Half
from photoface.services.evidence import Evidence
from photoface.services.questions import Question


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Review", text, None, number)


def question_text(question: Question) -> str:
    """What is asked."""
    if question.face is not None and question.person is not None:
        return tr("Is this {name}?").format(name=isolated(question.person.name))
    if question.person is not None:
        return tr("Are these %n face(s) {name}?", question.settles).format(name=isolated(question.person.name))
    return tr("Is this the same person?")


def answer_texts(question: Question) -> dict[str, str]:
    """What the buttons say, by the names of the answers: what they do, to how many faces where these are several."""
    if question.face is not None:
        return {"yes": tr("Yes"), "no": tr("No"), "ignore": tr("Ignore"), "no face": tr("Not a face")}
    faces = question.group.faces if question.group is not None else 0
    return {
        "yes": tr("Same person"),
        "no": tr("Different people"),
        "ignore": tr("Ignore %n face(s)", faces),
        "no face": tr("%n are no faces", faces),
    }


def half_title(half: Half) -> str:
    """Who a side is, as far as anybody knows."""
    return half.person.name if half.person is not None else tr("Without a name")


def half_note(half: Half) -> str:
    """How many faces, of which years."""
    span = " – ".join(dict.fromkeys((half.years[0], half.years[-1]))) if half.years else tr("without a date")
    return f"{tr('%n face(s)', half.faces)} · {span}"


def rate_text(rate: float | None) -> str:
    """What the nearness of the nearest face is worth."""
    if rate is None:
        return tr("Nobody has measured yet how often this model errs.")
    if rate >= 0.05:
        return tr("Not very like: many strangers look as much alike.")
    one_in = QLocale().toString(round_nicely(1 / max(rate, 1e-6)))
    if rate < 1e-5:
        return tr("Very like: not one stranger in {count} looks so much alike.").format(count=one_in)
    return tr("About one stranger in {count} looks as much alike.").format(count=one_in)


def rival_text(found: Evidence) -> str:
    """Who comes next."""
    if found.runner_up is None or found.runner_up_near is None or not found.known:
        return ""
    if found.runner_up_near.angle < found.known[0].angle:
        return tr("{name} is even nearer.").format(name=isolated(found.runner_up.name))
    return tr("Next in line, further away: {name}.").format(name=isolated(found.runner_up.name))


def round_nicely(number: float) -> int:
    """Two digits that mean something: 4873 becomes 4900."""
    unit: int = 10 ** max(len(str(int(number))) - 2, 0)
    return round(number / unit) * unit
