"""Which decisions the page of a person offers for selected faces, in sentences that count them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from photoface.domain.people import FaceState
from photoface.gui.core.decisions import Decisions
from photoface.gui.core.isolating import isolated
from photoface.gui.core.named import Named
from photoface.gui.widgets.elided_label import short
from photoface.gui.widgets.selection_bar import Offer
from photoface.services.showing.portrait import PersonView, Portrait


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("PersonOffers", text, None, number)


def offers_for(view: PersonView, chosen: Sequence[Portrait], decisions: Decisions) -> list[Offer]:
    """Buttons for the selected faces of this page, the usual answer last and marked."""
    ids = [one.face.face_id for one in chosen]
    count = len(ids)
    offers = [
        Offer(tr("Not a face"), lambda: decisions.not_faces(ids)),
        Offer(tr("Ignore"), lambda: decisions.ignore(ids)),
        Offer(tr("Split off %n face(s)", count), lambda: decisions.split(ids)),
    ]
    if view.person is None:
        return offers
    name, person_id = short(view.person.name), view.person.person_id
    waiting = waiting_of(chosen)
    offers.append(Offer(tr("Not {name}").format(name=isolated(name)), lambda: decisions.reject(ids, person_id)))
    if waiting:
        text = tr("Confirm these %n face(s) as {name}", len(waiting)).format(name=isolated(name))
        offers.append(Offer(text, lambda: decisions.confirm(waiting), "primary"))
    return offers


def offers_for_aside(_view: PersonView, chosen: Sequence[Portrait], decisions: Decisions) -> list[Offer]:
    """For faces that were ignored, or marked as none."""
    ids = [one.face.face_id for one in chosen]
    return [Offer(tr("Bring back %n face(s)", len(ids)), lambda: decisions.bring_back(ids), "primary")]


def offers_for_rejected(view: PersonView, chosen: Sequence[Portrait], decisions: Decisions) -> list[Offer]:
    """For faces of which somebody said that they are not this person."""
    if view.person is None:
        return []
    person, ids = view.person, [one.face.face_id for one in chosen]
    name = short(person.name)
    perhaps = tr("%n face(s) may be {name} after all", len(ids)).format(name=isolated(name))
    certain = tr("Confirm these %n face(s) as {name}", len(ids)).format(name=isolated(name))
    return [
        Offer(certain, lambda: decisions.assign(ids, Named(person.name, person.person_id))),
        Offer(perhaps, lambda: decisions.accept(ids, person.person_id), "primary"),
    ]


def counted(view: PersonView, chosen: Sequence[Portrait], *, rejected: bool) -> dict[str, str]:
    """What the entries of a menu say of several faces, by their command; of one they say what they always do.

    rejected: the faces are those of which somebody said that they are not this person.
    """
    count = len(chosen)
    if count < 2:
        return {}
    texts = {
        "split": tr("Split off %n face(s)", count),
        "ignore": tr("Ignore these %n face(s)", count),
        "none": tr("Mark these %n face(s) as not a face", count),
        "assign": tr("These %n face(s) are somebody else …", count),
    }
    if view.person is not None:
        name = isolated(short(view.person.name))
        waiting = count if rejected else len(waiting_of(chosen))
        texts["reject"] = tr("These %n face(s) are not {name}", count).format(name=name)
        texts |= {"confirm": tr("Confirm these %n face(s) as {name}", waiting).format(name=name)} if waiting else {}
    return {name: text.replace("&", "&&") for name, text in texts.items()}


def waiting_of(portraits: Sequence[Portrait]) -> list[int]:
    """Those that nobody has looked at one by one."""
    return [one.face.face_id for one in portraits if one.face.state is not FaceState.CONFIRMED]
