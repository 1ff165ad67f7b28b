"""Contradictory decisions in sentences: both sides, who said so and when, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from photoface.gui.core.isolating import isolated
from photoface.gui.models.history_model import when
from photoface.gui.sentences.reading import worded
from photoface.services.ledger.claims import Claim, Said
from photoface.services.ledger.conflicts import Act, Clash, Way


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Conflicts", text, None, number)


def title_text(clash: Clash) -> str:
    """What contradicts what."""
    count = len(clash.faces)
    match clash.why:
        case "photo":
            return tr("%n faces of one photo were said to be one person", count)
        case "person":
            names = tr(" and ").join(dict.fromkeys(isolated(claim.person or "") for claim in clash.apart))
            return tr("%n faces were said to be one person, and two: {names}", count).format(names=names)
        case "rejected":
            name = isolated(clash.apart[0].person or "") if clash.apart else ""
            return tr("%n faces were said to be one person, {name}, and some of them not", count).format(name=name)
    return tr("%n faces were said to be one person, and different people", count)


def claim_text(claim: Claim) -> str:
    """What somebody said."""
    count, name = len(claim.faces), isolated(claim.person or "")
    match claim.said:
        case Said.IS:
            return tr("%n face(s): this is {name}", count).format(name=name)
        case Said.SAME:
            return tr("%n face(s): this is one person", count)
        case Said.NOT:
            return tr("%n face(s): this is not {name}", count).format(name=name)
        case Said.DIFFERENT:
            return tr("%n face(s): not the same person as the others", count)
        case Said.PHOTO:
            return tr("The faces of one photo are different people, unless it is a mirror or a collage.")


def source_text(claim: Claim, made_by: int | None = None) -> str:
    """Who said so, when, and why. made_by: the operation that a decision would be that is not made yet."""
    operation = claim.operation
    if operation is not None and operation.operation_id == made_by:
        return tr("what you are about to say")
    if operation is None:
        return tr("a rule") if claim.said is Said.PHOTO else tr("the history does not tell when")
    said = tr("{when}, by {author}").format(when=when(operation), author=isolated(worded(operation.author)))
    because = tr("because: {reason}").format(reason=isolated(operation.reason)) if operation.reason else ""
    return " · ".join(part for part in (worded(operation.summary), said, because) if part)


def way_text(way: Way, *, before: bool = False) -> str:
    """What the button does. before: it is pressed before the decision is made that contradicts."""
    if before and way.act is Act.LEAVE:
        return tr("The earlier face is not {name}").format(name=isolated(way.person or ""))
    count, name = max(1, len(way.subject) - 1), isolated(way.person or "")
    return {
        Act.UNDO: tr("Take back: {what}"),
        Act.MIRROR: tr("The photo is a mirror or a collage"),
        Act.MERGE: tr("They are one person: {name}"),
        Act.LEAVE: tr("%n face(s): not {name}", count),
        Act.ACCEPT: tr("%n face(s): {name} after all", count),
        Act.UNITE: tr("They are one person after all"),
        Act.LOOSEN: tr("They are not one person after all"),
    }[way.act].format(name=name, what=worded(way.operation.summary) if way.operation is not None else "")
