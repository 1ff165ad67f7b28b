"""Questions and evidence in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from photoface.gui.core.isolating import isolated
from photoface.gui.pages.settle.words import file_button, library_button
from photoface.gui.pages.sweep.words import sentence
from photoface.services.review.both_sides import Half
from photoface.services.review.evidence import Evidence
from photoface.services.review.explaining import Candidate, Explanation
from photoface.services.review.questions import Kind, Question


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Review", text, None, number)


def question_text(question: Question) -> str:
    """What is asked."""
    name = isolated(question.person.name) if question.person is not None else ""
    several = tr("Are these %n face(s) {name}?", question.settles) if name else tr("Is this the same person?")
    return {
        Kind.NAME: tr("Who is this?"),
        Kind.SWEEP: tr("Are these all {name}?"),
        Kind.STRANGERS: tr("Are these all strangers?"),
        Kind.FACE: tr("Is this {name}?"),
        Kind.FILE: tr("Is the file right?"),
        Kind.SAME: several,
    }[question.kind].format(name=name)


def answer_texts(question: Question, out: int = 0) -> dict[str, str]:
    """What the buttons say, by the names of the answers: what they do, to how many faces where these are several.

    out: how many faces of a grid were taken out.
    """
    match question.kind:
        case Kind.FACE:
            return {"yes": tr("Yes"), "no": tr("No"), **_aside(0)}
        case Kind.FILE if question.told is not None:
            both = file_button(question.told), library_button(question.told)
            return dict(zip(("yes", "no"), (each.replace("&", "&&") for each in both), strict=True))
        case Kind.NAME:
            group = question.group.faces if question.group is not None else len(question.faces)
            text = tr("Name these %n face(s)", len(question.faces) - out)
            return {"yes": text, "no": tr("Several people"), **_aside(group)}
        case Kind.SWEEP:
            name = question.person.name if question.person is not None else ""
            yes = sentence(len(question.faces) - out, out, name).replace("&", "&&")
            return {"yes": yes, "no": tr("None of them"), **_aside(len(question.faces))}
        case Kind.STRANGERS:
            aside = _aside(len(question.faces)) | ({"ignore": tr("Ignore all but %n", out)} if out else {})
            return {**aside, "yes": aside["ignore"], "no": tr("None of them")}
    return {
        "yes": tr("Same person"),
        "no": tr("Different people"),
        **_aside(question.group.faces if question.group is not None else 1),
    }


def _aside(faces: int) -> dict[str, str]:
    """0: there is only one that could be meant."""
    if not faces:
        return {"ignore": tr("Ignore"), "no face": tr("Not a face")}
    return {"ignore": tr("Ignore %n face(s)", faces), "no face": tr("%n are no faces", faces)}


def promise_text(answers: int, faces: int) -> str:
    """What the next answers are worth."""
    if not answers:
        return ""
    number, settled = tr("The next %n answer(s)", answers), tr("%Ln face(s)", round_nicely(faces))
    return tr("{answers} settle about {faces}").format(answers=number, faces=settled)


def left_text(questions: int, most: int) -> str:
    """How many questions there are, as far as they were counted."""
    if not questions:
        return ""
    return tr("%n question(s) left", questions) if questions < most else tr("%n questions left, or more", questions)


def half_title(half: Half) -> str:
    """Who a side is, as far as anybody knows."""
    return half.person.name if half.person is not None else tr("Without a name")


def half_note(half: Half) -> str:
    """How many faces, of which years."""
    span = " – ".join(dict.fromkeys((half.years[0], half.years[-1]))) if half.years else tr("without a date")
    return f"{tr('%n face(s)', half.faces)} · {span}"


def facts(question: Question, found: Evidence, explanation: Explanation | None) -> list[str]:
    """Why it is asked, a sentence each: what the nearness is worth, who comes next, who it cannot be."""
    asked = question.person.person_id if question.person is not None else None
    said = [rate_text(found.known[0].rate)] if found.known else []
    said += [rival_text(found)]
    if explanation is not None:
        said += [] if found.known else [_nearest(explanation)]
        said += [ruled_out(one) for one in explanation.candidates if one.vetoes and one.person.person_id != asked]
    return [each for each in said if each]


def _nearest(explanation: Explanation) -> str:
    """Whom it is like, of those it could be; for a group that nobody has named."""
    free = [one for one in explanation.candidates if not one.vetoes and one.near]
    if not free:
        return tr("It is like nobody who has a name.")
    name = isolated(free[0].person.name)
    return tr("Most like {name}.").format(name=name) + f" {rate_text(free[0].near[0].rate)}"


def ruled_out(one: Candidate) -> str:
    """Who it cannot be whatever they look like, and why."""
    why = " · ".join(_vetoes(one))
    return tr("It cannot be {name}: {why}").format(name=isolated(one.person.name), why=why)


def _vetoes(one: Candidate) -> Iterator[str]:
    texts = {
        "photo": tr("both are in one photo"),
        "rejected": tr("you said that it is not"),
        "different": tr("you said that they are different people"),
        "several": tr("you said that its group is several people"),
        "birth": tr("it was photographed before the birth"),
    }
    return (texts[why] for why in one.vetoes)


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
