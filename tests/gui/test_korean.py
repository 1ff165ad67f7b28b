"""The window in Korean: no page, dialog, menu, tooltip or accessible name says anything in English."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog

from photoface.domain.people import Person
from photoface.gui.core.desk import Desk
from photoface.gui.core.places import Place
from photoface.gui.dialogs.about_dialog import AboutDialog
from photoface.gui.dialogs.album_out_dialog import AlbumOutDialog
from photoface.gui.dialogs.copies_dialog import CopiesDialog
from photoface.gui.dialogs.date_dialog import DateDialog
from photoface.gui.dialogs.explain_dialog import ExplainDialog
from photoface.gui.dialogs.forget_dialog import ForgetDialog
from photoface.gui.dialogs.merge_dialog import MergeDialog
from photoface.gui.dialogs.models_dialog import ModelsDialog
from photoface.gui.dialogs.names_in_dialog import NamesInDialog
from photoface.gui.dialogs.names_out_dialog import NamesOutDialog
from photoface.gui.dialogs.person_dialog import PersonDialog
from photoface.gui.dialogs.settings_dialog import SettingsDialog
from photoface.gui.dialogs.shortcuts_dialog import ShortcutsDialog
from photoface.gui.dialogs.split_dialog import SplitDialog
from photoface.gui.dialogs.strangers_dialog import StrangersDialog
from photoface.gui.dialogs.strictness_dialog import StrictnessDialog
from photoface.gui.main_window import MainWindow
from photoface.services.deciding import correcting, hiding, naming
from photoface.services.finding import saved_searches
from photoface.store.people import PersonNotes
from photoface.vision.catalog import load_catalog
from tests.gui.seen import texts_of, until_whole
from tests.world import World

SLOW = 20_000
PHOTOS = (
    {f"a{n}.jpg": "A" for n in range(6)} | {f"b{n}.jpg": "B" for n in range(3)} | {"c.jpg": "C", "bad.jpg": "broken"}
)
NAMES = ("민수", "영희")
KEYS = "Ctrl Shift Alt Return Enter Esc Del Home End PgUp PgDown Space Left Right Up Down Tab"
QUERY = "Anna Ben Chris AND OR NOT ONLY COUNT IN Holiday count only since until year in summer July"
PRODUCTS = (
    "photoface MIT Python DBSCAN SQLite Qt JPEG CSV PNG kB MB GB English CenterFace YuNet dlib SFace Screenshots "
    "Picasa digiKam darktable Lightroom Google exiftool"
)
LIBRARY = "library"  # the name of its folder, in the title of the window
SAME = re.compile(
    rf"\b({'|'.join(f'{KEYS} {QUERY} {PRODUCTS} {LIBRARY}'.split())})(?![a-z])"
    r"|(/[\w.\-]+)+|[\w*.-]+\.(jpg|gif|ini|db|toml|org|xml)|패키지 \S+"
)
"""What is the same in Korean: keys, words of the query language, names of products and formats, files."""


@cache
def known() -> re.Pattern[str]:
    """What the catalogue of models says: titles, licences, names of packs."""
    catalog = load_catalog()
    names = {name for model in catalog.models.values() for name in (model.title, model.licence)}
    names |= {pack.name for pack in catalog.packs}
    return re.compile("|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)))


def english(texts: set[str]) -> set[str]:
    """Those with English words in them."""
    return {text for text in texts if re.search(r"[A-Za-z]{2,}", SAME.sub("", known().sub("", text)))}


class Sitting:
    """A window in Korean over a library with names, guesses, a saved search, an unreadable file and some history."""

    def __init__(self, window: MainWindow, desk: Desk, qtbot) -> None:
        self.window, self.desk, self.bot = window, desk, qtbot
        self.bot.waitUntil(lambda: window.pages["people"].model.rowCount() >= 3, timeout=SLOW)

    def page(self, name: str, subject: object, ready: Callable[[], bool]) -> set[str]:
        """English texts of a page once it shows what it has to."""
        self.desk.places.go(Place(name, subject))
        self.bot.waitUntil(ready, timeout=SLOW)
        until_whole(self.bot, self.window)
        return english(texts_of(self.window))

    def dialog(self, dialog: QDialog, ready: Callable[[], bool]) -> set[str]:
        """English texts of a dialog once it shows what it has to."""
        dialog.open()
        self.bot.waitUntil(ready, timeout=SLOW)
        until_whole(self.bot, dialog)
        found = english(texts_of(dialog))
        dialog.close()
        return found


def _decide(w: World) -> None:
    naming.name_group(w.library, w.group_of("a0.jpg"), NAMES[0])
    naming.name_group(w.library, w.group_of("b0.jpg"), NAMES[1])
    faces = {Path(os.fsdecode(face.path)).name: face.face_id for face in w.library.faces.list()}
    correcting.reject(w.library, (faces["a5.jpg"],), NAMES[0])
    correcting.confirm(w.library, (faces["a4.jpg"],))
    hiding.hide_groups(w.library, [w.group_of("c.jpg")])
    saved_searches.save(w.library, "둘이 함께", f"{NAMES[0]} AND {NAMES[1]}")
    w.add("late.jpg", "A")
    w.index()


@pytest.fixture
def sitting(korean, made, qtbot, request) -> Sitting:
    made(PHOTOS, _decide)
    return Sitting(request.getfixturevalue("window"), request.getfixturevalue("desk"), qtbot)


def test_the_first_page_and_all_menus(korean, window: MainWindow) -> None:
    assert english(texts_of(window)) == set()
    titles = [action.text() for action in window.menuBar().actions()]
    letters = [letter for title in titles for letter in re.findall(r"&(\w)", title)]
    assert len(set(letters)) == len(titles)


def test_every_page(sitting: Sitting) -> None:
    window, pages = sitting.window, sitting.window.pages
    rows = {name: pages[name].model.rowCount for name in ("people", "photos", "albums", "history")}
    visits: dict[str, tuple[object, Callable[[], bool]]] = {
        **{name: (None, lambda name=name: rows[name]() > 0) for name in rows},
        "person": (("person", 1), lambda: pages["person"].model.rowCount() > 0),
        "photo": (1, lambda: pages["photo"].canvas.size_of_photo.width > 0),
        "review": (None, lambda: pages["review"].question is not None),
        "sweep": (None, lambda: pages["sweep"].model.rowCount() > 0),
        "folders": (None, pages["folders"].isVisible),
        "search": (None, pages["search"].isVisible),
    }
    assert {*window.sidebar_names()} <= {*visits}
    found = {name: sitting.page(name, subject, ready) for name, (subject, ready) in visits.items()}
    assert "\n".join(f"{name}: {text!r}" for name, texts in found.items() for text in sorted(texts)) == ""


def test_every_dialog(sitting: Sitting) -> None:
    window, desk = sitting.window, sitting.desk
    merge, split = MergeDialog(desk, "#1", "#2", None, window), SplitDialog(desk, ("person", 1), window)
    settings = SettingsDialog(desk, window)
    about, strict = AboutDialog(desk, window), StrictnessDialog(desk, window)
    strangers, forget = StrangersDialog(desk, (), window), ForgetDialog(desk, window)
    models = ModelsDialog(desk.session, desk.engine.model_store(), window)
    somebody, notes = Person(1, "", NAMES[0], 1, 1, 0, 2, None, False), PersonNotes(None, "", "2026-01-01")
    facts = PersonDialog(desk, somebody, notes, window)
    copies, explained = CopiesDialog(desk, 1, window), ExplainDialog(desk, 1, window)
    date, album = (
        DateDialog(desk, (1, 2), window),
        AlbumOutDialog(desk, "둘이 함께", lambda *_: pytest.fail("not asked for yet"), window),
    )
    names_in, names_out = NamesInDialog(desk, window), NamesOutDialog(desk, window)
    found = {
        "merge": sitting.dialog(merge, lambda: merge.preview is not None),
        "split": sitting.dialog(split, lambda: not split.lead.text().endswith("…")),
        "settings": sitting.dialog(settings, lambda: settings.data.snapshots.count() >= 0),
        "about": sitting.dialog(about, lambda: bool(about.diagnostics.toPlainText())),
        "strictness": sitting.dialog(strict, lambda: strict.preview is not None),
        "strangers": sitting.dialog(strangers, lambda: True),
        "forget": sitting.dialog(forget, lambda: True),
        "models": sitting.dialog(models, lambda: True),
        "facts": sitting.dialog(facts, lambda: True),
        "copies": sitting.dialog(copies, lambda: desk.session.resting),
        "explained": sitting.dialog(explained, lambda: bool(explained.standing.text())),
        "date": sitting.dialog(date, lambda: True),
        "album": sitting.dialog(album, lambda: True),
        "names in": sitting.dialog(names_in, lambda: True),
        "names out": sitting.dialog(names_out, lambda: desk.session.resting),
        "shortcuts": sitting.dialog(ShortcutsDialog(desk.actions, window), lambda: True),
    }
    assert "\n".join(f"{name}: {text!r}" for name, texts in found.items() for text in sorted(texts)) == ""


def test_what_the_window_says_of_what_was_done_and_cannot_be(sitting: Sitting) -> None:
    window, desk, search = sitting.window, sitting.desk, sitting.window.pages["search"]
    desk.decisions.rename(1, "철수")
    sitting.bot.waitUntil(lambda: "철수" in window.toast.sentence, timeout=SLOW)
    assert window.toast.sentence == "이름을 바꿨습니다: 민수 → 철수"
    sitting.bot.waitUntil(lambda: "철수" in desk.actions.get("undo").text(), timeout=SLOW)
    assert desk.actions.get("undo").text() == "실행 취소: 이름 바꾸기: 민수 → 철수"
    desk.places.go(Place("search", "철수 AND"))
    sitting.bot.waitUntil(search.head.message.isVisible, timeout=SLOW)
    assert english({search.head.message.text(), *texts_of(window)}) == set()
