"""Which decisions the page of a person offers for selected faces, in sentences that count them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from photoface.domain.people import FaceState
from photoface.gui.core.decisions import Decisions
from photoface.gui.widgets.selection_bar import Offer
from photoface.services.portrait import PersonView, Portrait


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
    name, person_id = view.person.name, view.person.person_id
    waiting = [one.face.face_id for one in chosen if one.face.state is not FaceState.CONFIRMED]
    offers.append(Offer(tr("Not {name}").format(name=name), lambda: decisions.reject(ids, person_id)))
    if waiting:
        text = tr("Confirm these %n face(s) as {name}", len(waiting)).format(name=name)
        offers.append(Offer(text, lambda: decisions.confirm(waiting), "primary"))
    return offers
