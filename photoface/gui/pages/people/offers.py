"""Which decisions the People page offers for selected tiles, in sentences that count them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from photoface.domain.people import Group, Person
from photoface.gui.core.decisions import Decisions
from photoface.gui.models.people_model import Somebody
from photoface.gui.widgets.selection_bar import Offer, Run


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("PeopleOffers", text, None, number)


def offers_for(chosen: Sequence[Somebody], decisions: Decisions, merge: Run) -> list[Offer]:
    """Buttons for the selected people and groups."""
    groups = [one for one in chosen if isinstance(one, Group)]
    people = [one for one in chosen if isinstance(one, Person)]
    offers = []
    if groups and not people:
        ids, faces = [one.cluster_id for one in groups], tr("%n face(s)", sum(one.faces for one in groups))
        text = tr("Hide %n group(s) with {faces}", len(groups)).format(faces=faces)
        offers.append(Offer(text, lambda: decisions.hide_groups(ids)))
    if people and not groups:
        hidden, numbers = all(one.hidden for one in people), [one.person_id for one in people]
        text = tr("Show %n people again", len(people)) if hidden else tr("Hide %n people", len(people))
        offers.append(Offer(text, lambda: decisions.hide_people(numbers, not hidden)))
    if len(chosen) == 2:
        offers.append(Offer(tr("Merge the two …"), merge, "primary"))
    return offers


def ask_who(chosen: Sequence[Somebody]) -> str:
    """What the name field asks; empty where a name would mean nothing."""
    if not chosen or not all(isinstance(one, Group) for one in chosen):
        return ""
    faces = sum(one.faces for one in chosen if isinstance(one, Group))
    return tr("Who are these %n face(s)?", faces)
