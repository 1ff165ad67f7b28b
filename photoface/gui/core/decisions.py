"""The decisions that pages offer on faces, as calls of the services; each says afterwards what it did."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from photoface.domain.people import FaceState
from photoface.gui.core.changes import Touched
from photoface.gui.core.named import Named
from photoface.gui.core.session import Session
from photoface.services.deciding import correcting, hiding, naming, person_facts
from photoface.services.deciding.name_faces import name_faces
from photoface.services.deciding.references import faces_by_id
from photoface.services.groups.group_plan import Plan
from photoface.services.groups.grouping import apply_plan, group_new_faces
from photoface.services.library import Library
from photoface.services.outcome import Outcome

Done = Callable[[Outcome], None]


class Decisions(QObject):
    """Each method decides about exactly the faces it is given. ``done`` gets the outcome in the GUI thread."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def confirm(self, face_ids: Sequence[int], done: Done | None = None) -> None:
        """They are whom they are suggested or named to be."""
        self._decide(lambda library: correcting.confirm(library, tuple(face_ids)), done)

    def assign(self, face_ids: Sequence[int], who: Named, done: Done | None = None) -> None:
        """They are this person, known or new."""
        self._decide(lambda library: correcting.assign(library, tuple(face_ids), who.reference), done)

    def reject(self, face_ids: Sequence[int], person_id: int, done: Done | None = None) -> None:
        """They are not this person."""
        self._decide(lambda library: correcting.reject(library, tuple(face_ids), f"#{person_id}"), done)

    def accept(self, face_ids: Sequence[int], person_id: int, done: Done | None = None) -> None:
        """They may be this person after all."""
        self._decide(lambda library: person_facts.accept(library, face_ids, person_id), done)

    def split(self, face_ids: Sequence[int], done: Done | None = None) -> None:
        """They leave for a group of their own."""
        self._decide(lambda library: correcting.split(library, tuple(face_ids)), done)

    def split_parts(self, parts: Sequence[Sequence[int]], done: Done | None = None) -> None:
        """Each part leaves for a group of its own."""
        self._decide(lambda library: correcting.split_parts(library, parts), done)

    def ignore(self, face_ids: Sequence[int], done: Done | None = None) -> None:
        """Nobody asks about them again."""
        self._set_aside(face_ids, FaceState.IGNORED, done)

    def not_faces(self, face_ids: Sequence[int], done: Done | None = None) -> None:
        """They are no faces."""
        self._set_aside(face_ids, FaceState.NOT_A_FACE, done)

    def name_faces(self, face_ids: Sequence[int], who: Named, done: Done | None = None) -> None:
        """These undecided faces are this person; others of their groups are not asked about."""
        self._decide(lambda library: name_faces(library, face_ids, who.reference), done)

    def name_group(self, cluster_id: int, who: Named, done: Done | None = None) -> None:
        """The undecided faces of the group are this person."""
        self.name_groups([cluster_id], who, done)

    def name_groups(self, cluster_ids: Sequence[int], who: Named, done: Done | None = None) -> None:
        """The undecided faces of all these groups are this person."""
        self._decide(lambda library: naming.name_groups(library, cluster_ids, who.reference), done)

    def hide_groups(self, cluster_ids: Sequence[int], done: Done | None = None) -> None:
        """The undecided faces of these groups are ignored."""
        self._decide(lambda library: hiding.hide_groups(library, cluster_ids), done)

    def hide_people(self, person_ids: Sequence[int], hidden: bool, done: Done | None = None) -> None:
        """They are not shown on the People page, or shown again."""
        self._decide(lambda library: hiding.hide_people(library, person_ids, hidden=hidden), done)

    def bring_back(self, face_ids: Sequence[int], done: Done | None = None) -> None:
        """Faces that were set aside are faces again; at once their place is looked for."""

        def placed(outcome: Outcome) -> None:
            self._session.write(self, group_new_faces, touched=Touched.FACES)
            if done is not None:
                done(outcome)

        self._decide(lambda library: hiding.bring_back(library, face_ids), placed)

    def rename(self, person_id: int, name: str, done: Done | None = None) -> None:
        """The person is called otherwise; no face changes hands."""
        self._decide(lambda library: naming.rename(library, f"#{person_id}", name), done)

    def merge(self, source: str, target: str, done: Done | None = None) -> None:
        """The source goes into the target; both as services take them."""
        self._decide(lambda library: naming.merge(library, source, target), done)

    def set_cover(self, person_id: int, face_id: int, done: Done | None = None) -> None:
        """This face stands for the person."""
        self._decide(lambda library: person_facts.set_cover(library, person_id, face_id), done)

    def set_facts(
        self, person_id: int, birth_date: str | None, notes: str, nickname: str, done: Done | None = None
    ) -> None:
        """Birth date as YYYY-MM-DD, or None, notes and nickname."""

        def work(library: Library) -> Outcome:
            return person_facts.set_facts(library, person_id, birth_date, notes, nickname=nickname)

        self._decide(work, done)

    def set_favourite(self, person_ids: Sequence[int], favourite: bool, done: Done | None = None) -> None:
        """They come first, or no longer."""
        self._decide(lambda library: person_facts.set_favourite(library, person_ids, favourite=favourite), done)

    def regroup(self, plan: Plan, done: Done | None = None) -> None:
        """What a plan says, with the strictness it was made with."""
        self._session.decide(self, lambda library: apply_plan(library, plan), done, weigh=False)

    def _set_aside(self, face_ids: Sequence[int], state: FaceState, done: Done | None) -> None:
        def work(library: Library) -> Outcome:
            return correcting.set_aside(library, faces_by_id(tuple(face_ids), library.faces), state)

        self._decide(work, done)

    def _decide(self, work: Callable[[Library], Outcome], done: Done | None) -> None:
        self._session.decide(self, work, done)
