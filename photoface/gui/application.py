"""Putting the window together: the library, the pages, the shell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from photoface import app
from photoface.gui.core.actions import Actions
from photoface.gui.core.decisions import Decisions
from photoface.gui.core.desk import Desk, Notices
from photoface.gui.core.engine import Engine
from photoface.gui.core.following import Follower
from photoface.gui.core.images import Images
from photoface.gui.core.indexing import Indexer
from photoface.gui.core.looking import Looker
from photoface.gui.core.places import Navigator
from photoface.gui.core.session import Session
from photoface.gui.core.settings import WindowSettings
from photoface.gui.core.viewing import Viewer
from photoface.gui.main_window import MainWindow
from photoface.gui.opening import Opening
from photoface.gui.pages.albums.page import AlbumsPage
from photoface.gui.pages.check.page import CheckPage
from photoface.gui.pages.conflicts.page import ConflictsPage
from photoface.gui.pages.doubts.page import DoubtsPage
from photoface.gui.pages.folders.page import FoldersPage
from photoface.gui.pages.history.page import HistoryPage
from photoface.gui.pages.people.page import PeoplePage
from photoface.gui.pages.person.page import PersonPage
from photoface.gui.pages.photo.page import PhotoPage
from photoface.gui.pages.photos.page import PhotosPage
from photoface.gui.pages.review.page import ReviewPage
from photoface.gui.pages.search.page import SearchPage
from photoface.gui.pages.settle.page import SettlePage
from photoface.gui.pages.sweep.page import SweepPage
from photoface.gui.pages.trouble import TroublePage
from photoface.gui.pages.welcome import WelcomePage
from photoface.gui.program import Program
from photoface.gui.shell import Shell
from photoface.gui.theme.wardrobe import dress as dress  # noqa: PLC0414 - for those who dress without a program


def tr(text: str) -> str:
    return QCoreApplication.translate("Window", text)


def engine_of(folder: Path) -> Engine:
    """The real engine over the library in a folder."""
    return Engine(lambda *, write: app.open_library(folder, write=write), folder=folder)


def open_desk(engine: Engine) -> Desk:
    """The shared things of one library; nothing is opened yet."""
    session = Session(engine.open_library)
    indexer, looker = Indexer(session, engine.indexing), Looker(session, engine)
    indexer.finished.connect(lambda _progress: looker.catch_up())
    return Desk(
        engine=engine,
        session=session,
        images=Images(session),
        places=Navigator(),
        indexer=indexer,
        follower=Follower(session, indexer, engine.watch),
        actions=Actions(),
        notices=Notices(),
        decisions=Decisions(session),
        looker=looker,
        viewer=Viewer(session, engine.open_photos),
    )


def close_desk(desk: Desk) -> None:
    """Stop what runs, finish what is being written, close the library."""
    desk.follower.close()
    desk.indexer.close()
    desk.looker.close()
    desk.viewer.close()
    desk.session.close()
    desk.images.close()


def build_window(desk: Desk, settings: WindowSettings | None = None, to_index: Sequence[bytes] = ()) -> MainWindow:
    """The window with all pages. to_index: folders to index as soon as the library is open."""
    window = MainWindow(desk, settings or WindowSettings())
    window.add_page("welcome", WelcomePage(desk))
    window.add_page("trouble", TroublePage(desk))
    window.add_page("people", PeoplePage(desk), tr("People"), "people")
    window.add_page("person", PersonPage(desk))
    window.add_page("review", ReviewPage(desk), tr("Review"), "review")
    window.add_page("sweep", SweepPage(desk))
    window.add_page("doubts", DoubtsPage(desk))
    window.add_page("check", CheckPage(desk))
    window.add_page("search", SearchPage(desk), tr("Search"), "search")
    window.add_page("photos", PhotosPage(desk), tr("Photos"), "photos")
    window.add_page("photo", PhotoPage(desk, window.settings))
    window.add_page("albums", AlbumsPage(desk), tr("Albums"), "albums")
    window.add_page("folders", FoldersPage(desk), tr("Folders"), "folders")
    window.add_page("history", HistoryPage(desk), tr("History"), "history")
    for name, page, title, picture in (
        ("conflicts", ConflictsPage(desk), tr("Contradictions"), "warning"),
        ("settle", SettlePage(desk), tr("To settle"), "label"),
    ):
        window.add_page(name, page, title, picture)
        window.sidebar.set_shown(name, False)  # before there is something to settle
    Shell(window, desk, Opening(window, desk), to_index)
    return window


def build_and_open(desk: Desk, settings: WindowSettings, to_index: Sequence[bytes], restore: str) -> MainWindow:
    """The window, and its library being opened; put back to a snapshot first if one is named."""
    window = build_window(desk, settings, to_index)
    opening = window.findChild(Opening)
    if restore and isinstance(opening, Opening):
        opening.restore(restore)
    else:
        desk.session.open()
    return window


def program(application: QApplication) -> Program:
    """The program over real libraries; its window is still to be opened."""
    return Program(application, WindowSettings(), lambda each: open_desk(engine_of(each)), close_desk, build_and_open)
