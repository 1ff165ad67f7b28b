"""Starting the window: Qt, the theme, the library, the pages."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from photoface import app
from photoface.gui.core.actions import Actions
from photoface.gui.core.decisions import Decisions
from photoface.gui.core.desk import Desk, Notices
from photoface.gui.core.engine import Engine
from photoface.gui.core.images import Images
from photoface.gui.core.indexing import Indexer
from photoface.gui.core.looking import Looker
from photoface.gui.core.places import Navigator
from photoface.gui.core.session import Session
from photoface.gui.core.settings import WindowSettings
from photoface.gui.core.viewing import Viewer
from photoface.gui.main_window import MainWindow
from photoface.gui.pages.folders.page import FoldersPage
from photoface.gui.pages.history.page import HistoryPage
from photoface.gui.pages.people.page import PeoplePage
from photoface.gui.pages.person.page import PersonPage
from photoface.gui.pages.photo.page import PhotoPage
from photoface.gui.pages.photos.page import PhotosPage
from photoface.gui.pages.review.page import ReviewPage
from photoface.gui.pages.search.page import SearchPage
from photoface.gui.pages.welcome import WelcomePage
from photoface.gui.shell import Shell
from photoface.gui.theme.palette import Theme, colors_of, palette_of
from photoface.gui.theme.style import style_sheet


def dress(application: QApplication, theme: Theme) -> None:
    """Give the whole application the colours of a theme."""
    colors = colors_of(theme)
    application.setStyle("Fusion")
    application.setPalette(palette_of(colors))
    application.setStyleSheet(style_sheet(colors))


def engine_of(folder: Path) -> Engine:
    """The real engine over the library in a folder."""
    return Engine(lambda *, write: app.open_library(folder, write=write))


def open_desk(engine: Engine) -> Desk:
    """The shared things of one library; nothing is opened yet."""
    session = Session(engine.open_library)
    indexer = Indexer(session, engine.indexing)
    return Desk(
        engine=engine,
        session=session,
        images=Images(session),
        places=Navigator(),
        indexer=indexer,
        actions=Actions(),
        notices=Notices(),
        decisions=Decisions(session),
        looker=Looker(session, engine),
        viewer=Viewer(session, engine.open_photos),
    )


def close_desk(desk: Desk) -> None:
    """Stop what runs, finish what is being written, close the library."""
    desk.indexer.close()
    desk.looker.close()
    desk.viewer.close()
    desk.session.close()


def build_window(desk: Desk, settings: WindowSettings | None = None, to_index: Sequence[bytes] = ()) -> MainWindow:
    """The window with all pages. to_index: folders to index as soon as the library is open."""
    window = MainWindow(desk, settings or WindowSettings())
    window.add_page("welcome", WelcomePage(desk))
    window.add_page("people", PeoplePage(desk), window.tr("People"), "people")
    window.add_page("person", PersonPage(desk))
    window.add_page("review", ReviewPage(desk), window.tr("Review"), "review")
    window.add_page("search", SearchPage(desk), window.tr("Search"), "search")
    window.add_page("photos", PhotosPage(desk), window.tr("Photos"), "photos")
    window.add_page("photo", PhotoPage(desk))
    window.add_page("folders", FoldersPage(desk), window.tr("Folders"), "folders")
    window.add_page("history", HistoryPage(desk), window.tr("History"), "history")
    Shell(window, desk, to_index)
    return window


def run(folder: Path, to_index: Sequence[bytes] = ()) -> int:
    """Open the window on a library, index folders if any are given, wait until it is closed; the exit code."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    dress(application, Theme.SYSTEM)  # type: ignore[arg-type]
    desk = open_desk(engine_of(folder))
    window = build_window(desk, to_index=to_index)
    desk.session.open()
    window.show()
    code = application.exec()
    close_desk(desk)
    return code
