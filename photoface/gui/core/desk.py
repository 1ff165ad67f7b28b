"""What each page is handed: the library, its pictures, where to go, what runs. No page knows the window."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from photoface.gui.core.actions import Actions
from photoface.gui.core.decisions import Decisions
from photoface.gui.core.engine import Engine
from photoface.gui.core.following import Follower
from photoface.gui.core.images import Images
from photoface.gui.core.indexing import Indexer
from photoface.gui.core.looking import Looker
from photoface.gui.core.places import Navigator
from photoface.gui.core.session import Session
from photoface.gui.core.viewing import Viewer


class Notices(QObject):
    """Short messages for the user: ``told`` a sentence and whether it can be undone; shown by the window."""

    told = Signal(str, bool)

    def tell(self, sentence: str, *, undoable: bool = False) -> None:
        self.told.emit(sentence, undoable)


@dataclass(frozen=True, slots=True)
class Desk:
    """The shared things of one open library."""

    engine: Engine
    session: Session
    images: Images
    places: Navigator
    indexer: Indexer
    follower: Follower
    actions: Actions
    notices: Notices
    decisions: Decisions
    looker: Looker
    viewer: Viewer
