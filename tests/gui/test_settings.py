"""The settings and what they do: colours, language, what is left out, models, where data is, and deleting all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QMessageBox, QPushButton

from photoface.config.settings import load_settings
from photoface.gui.application import build_window, close_desk, open_desk
from photoface.gui.core.desk import Desk
from photoface.gui.core.settings import Preferences, WindowSettings
from photoface.gui.dialogs.about_dialog import AboutDialog
from photoface.gui.dialogs.forget_dialog import ForgetDialog
from photoface.gui.dialogs.settings_dialog import SettingsDialog
from photoface.gui.main_window import MainWindow
from photoface.gui.theme import palette, wardrobe
from photoface.gui.theme.tokens import DARK, LIGHT
from photoface.gui.theme.wardrobe import Wardrobe
from photoface.services.deciding.naming import name_group
from photoface.store.backup import snapshots
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog
from tests.gui.conftest import fake_engine

FAMILY = {f"a{n}.jpg": "A" for n in range(6)} | {f"raw/b{n}.jpg": "B" for n in range(3)}


class FakeModelStore:
    """All packs are installed."""

    def __init__(self) -> None:
        self.catalog = load_catalog()
        self.folder = Path("/nowhere")

    def pack_installed(self, name: str) -> bool:
        return name in {pack.name for pack in self.catalog.packs}


@pytest.fixture
def opened(made, folder: Path, qtbot, qapp: QApplication, monkeypatch) -> Iterator[tuple[MainWindow, Desk]]:
    """The window over the family; the data folder of the test is its own."""
    monkeypatch.setenv("PHOTOFACE_MODELS", str(folder / "models"))
    made(FAMILY, lambda w: name_group(w.library, w.group_of("b0.jpg"), "Ben"))
    desk = open_desk(replace(fake_engine(folder), folder=folder / "library", model_store=FakeModelStore))
    window = build_window(desk, WindowSettings(folder / "window.ini"))
    qtbot.addWidget(window)
    with qtbot.waitSignal(desk.indexer.finished, timeout=10_000):
        desk.session.open()
        window.show()
    yield window, desk
    close_desk(desk)


def settings_of(window: MainWindow, desk: Desk, page: str) -> SettingsDialog:
    desk.actions.get("settings").trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    dialog.show_page(page)
    return dialog


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))


def press(box: QMessageBox, text: str) -> None:
    next(button for button in box.findChildren(QPushButton) if text in button.text()).click()


def ground(application: QApplication) -> str:
    return application.palette().color(QPalette.ColorRole.Window).name()


def test_the_theme_counts_at_once_and_is_kept(opened, folder: Path, qapp: QApplication) -> None:
    window, desk = opened
    Wardrobe(qapp, window.preferences)
    general = settings_of(window, desk, "general").general
    choose(general.theme, "dark")
    assert ground(qapp) == DARK.ground
    choose(general.theme, "light")
    assert ground(qapp) == LIGHT.ground
    assert load_settings(folder / "settings.toml").theme == "light"


def test_the_theme_follows_the_system_while_it_changes(folder: Path, qapp: QApplication, monkeypatch) -> None:
    scheme = [Qt.ColorScheme.Light]
    for module in (wardrobe, palette):
        monkeypatch.setattr(module, "system_scheme", lambda: scheme[0])
    preferences = Preferences(WindowSettings(folder / "window.ini"))
    Wardrobe(qapp, preferences)
    assert ground(qapp) == LIGHT.ground
    scheme[0] = Qt.ColorScheme.Dark
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert ground(qapp) == DARK.ground
    preferences.change(theme="light")
    assert ground(qapp) == LIGHT.ground


def test_another_language_counts_for_the_window_made_anew(opened, folder: Path, qtbot) -> None:
    window, desk = opened
    dialog = settings_of(window, desk, "general")
    assert not dialog.general.anew.isVisible()
    choose(dialog.general.language, "ko")
    assert load_settings(folder / "settings.toml").language == "ko"
    with qtbot.waitSignal(window.reopen_wanted):
        dialog.general.anew.click()


def test_leaving_out_says_what_leaves_and_then_does_it(opened, qtbot) -> None:
    window, desk = opened
    page = settings_of(window, desk, "folders").folders
    qtbot.waitUntil(page.patterns.isEnabled, timeout=5000)
    assert not page.apply.isEnabled()
    qtbot.keyClicks(page.patterns, "RAW")
    qtbot.waitUntil(page.apply.isEnabled, timeout=5000)
    assert page.meaning.text().startswith("3 file(s) leave")
    assert "3 photo(s)" in page.meaning.text()
    with qtbot.waitSignal(desk.indexer.finished, timeout=10_000):
        page.apply.click()
    qtbot.waitUntil(lambda: window.index_status.text.startswith("6 photo"), timeout=10_000)
    desk.actions.get("undo").trigger()
    qtbot.waitUntil(lambda: "Undone" in window.toast.sentence, timeout=5000)
    with qtbot.waitSignal(desk.indexer.finished, timeout=10_000):
        desk.actions.get("rescan").trigger()
    qtbot.waitUntil(lambda: window.index_status.text.startswith("9 photo"), timeout=10_000)


def test_strictness_and_threads_are_kept(opened, folder: Path) -> None:
    window, desk = opened
    page = settings_of(window, desk, "recognition").recognition
    choose(page.strictness, 0.001)
    choose(page.threads, 3)
    kept = load_settings(folder / "settings.toml")
    assert (kept.wrong, kept.threads) == (0.001, 3)


def test_other_models_are_used_after_a_question_and_all_photos_read_again(opened, qtbot) -> None:
    window, desk = opened
    page = settings_of(window, desk, "recognition").recognition
    qtbot.waitUntil(lambda: "basic" in page.uses, timeout=5000)
    assert "standard" not in page.uses
    page.uses["basic"].click()
    box = page.findChild(QMessageBox)
    assert "All photos are read once more" in box.informativeText()
    with qtbot.waitSignal(desk.indexer.progressed, timeout=10_000):
        press(box, "Read all photos again")
    qtbot.waitUntil(lambda: not desk.indexer.running, timeout=10_000)
    qtbot.waitUntil(lambda: "standard" in page.uses, timeout=5000)


def test_where_the_data_is(opened, folder: Path, qtbot, monkeypatch) -> None:
    window, desk = opened
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    page = settings_of(window, desk, "data").data
    qtbot.waitUntil(lambda: page._rows.rowCount() >= 6, timeout=5000)
    page._rows.itemAtPosition(0, 3).widget().click()
    assert shown == [QUrl.fromLocalFile(str(folder / "library"))]
    assert not page.put_back.isEnabled()
    page.make.click()
    qtbot.waitUntil(lambda: page.snapshots.count() == 1, timeout=5000)
    assert "by hand" in page.snapshots.currentText()
    page.put_back.click()
    box = page.findChild(QMessageBox)
    with qtbot.waitSignal(window.reopen_wanted) as asked:
        press(box, "Put it back")
    assert asked.args == [snapshots(folder / "library")[0].path.name]


def test_all_face_data_goes_after_a_word_is_typed(opened, folder: Path, qtbot) -> None:
    window, desk = opened
    page = settings_of(window, desk, "data").data
    page.make.click()
    qtbot.waitUntil(lambda: page.snapshots.count() == 1, timeout=5000)
    page.forget.click()
    dialog = page.findChild(ForgetDialog)
    qtbot.waitUntil(lambda: "9 face" in dialog.what.text(), timeout=5000)
    assert "1 person(s) with a name" in dialog.what.text()
    assert not dialog.button.isEnabled()
    qtbot.keyClicks(dialog.field, "delet")
    assert not dialog.button.isEnabled()
    qtbot.keyClicks(dialog.field, "e")
    with qtbot.waitSignal(window.reopen_wanted, timeout=20_000):
        dialog.button.click()
    with LibraryDatabase.create_or_open(folder / "library", write=False) as db:
        counts = [db.value(f"SELECT count(*) FROM {table}") for table in ("face", "embedding", "person", "operation")]
    assert counts == [0, 0, 0, 0]
    assert snapshots(folder / "library") == []
    assert (folder / "photos" / "a0.jpg").exists()


def test_deleting_waits_for_indexing_to_stop(made, folder: Path, window, desk, qtbot) -> None:
    (folder / "photos").mkdir()
    for number in range(300):
        (folder / "photos" / f"{number}.jpg").write_text(f"A|{number}")
    with qtbot.waitSignal(desk.indexer.progressed, timeout=10_000):
        window.index_wanted.emit([bytes(folder / "photos")])
    dialog = ForgetDialog(desk, window)
    dialog.open()
    qtbot.keyClicks(dialog.field, "DELETE")
    with qtbot.waitSignal(dialog.forgotten, timeout=20_000):
        dialog.button.click()
    assert not desk.indexer.running


def test_about_names_licences_and_no_names(opened, folder: Path, qtbot) -> None:
    window, desk = opened
    desk.actions.get("about").trigger()
    dialog = window.findChild(AboutDialog)
    qtbot.waitUntil(lambda: "PySide6" in dialog.licences.toPlainText(), timeout=10_000)
    licences = dialog.licences.toPlainText()
    assert "CenterFace" in licences
    assert "MIT" in licences
    text = dialog.diagnostics.toPlainText()
    assert "9 photos" in text
    for secret in ("Ben", str(folder), "raw", "/home"):
        assert secret not in text
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == text
