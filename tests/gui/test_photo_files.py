"""What is handed to other programs: addresses of files, whatever their names are."""

from __future__ import annotations

import os
import sys

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from photoface.gui.pages.photo import files


class Desktop(QObject):
    """Takes what Qt would open with other programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url)


@pytest.fixture
def desktop(qapp):
    taking = Desktop()
    QDesktopServices.setUrlHandler("file", taking, "take")
    yield taking
    QDesktopServices.unsetUrlHandler("file")


@pytest.mark.skipif(os.name == "nt", reason="paths of bytes are those of Unix")
@pytest.mark.parametrize("path", [b"/photos/a b.jpg", b"/photos/100% #1?.jpg", "/photos/김철수 🎉.jpg".encode()])
def test_an_address_leads_back_to_the_path(path: bytes) -> None:
    assert os.fsencode(files.url_of(path).toLocalFile()) == path


@pytest.mark.skipif(os.name == "nt", reason="paths of bytes are those of Unix")
def test_bytes_that_are_no_text_stay_in_the_address() -> None:
    assert b"%FF" in bytes(files.url_of(b"/photos/\xff.jpg").toEncoded())


def test_a_photo_is_opened_by_the_program_of_the_desktop(desktop) -> None:
    assert files.open_with_default(b"/photos/a b.jpg")
    assert [url.path() for url in desktop.opened] == ["/photos/a b.jpg"]


@pytest.mark.skipif(os.name == "nt", reason="a script of Unix")
@pytest.mark.parametrize(
    ("name", "handed"),
    [(b"a b; touch harm $(x) '\".jpg", "{path}"), (b"\xff.jpg", "file://{folder}/%FF.jpg")],
)
def test_a_chosen_program_gets_the_file_as_one_argument(tmp_path, qtbot, name: bytes, handed: str) -> None:
    program, said = _program(tmp_path), tmp_path / "said"
    path = os.fsencode(tmp_path) + b"/" + name
    assert files.open_by(str(program), path)
    qtbot.waitUntil(lambda: said.exists() and said.read_text().endswith("|"), timeout=10_000)
    assert said.read_text() == "1 " + handed.format(path=os.fsdecode(path), folder=tmp_path) + "|"


def test_what_is_no_program_does_not_start(tmp_path) -> None:
    (tmp_path / "notes.txt").write_text("no program")
    assert not files.open_by(str(tmp_path / "notes.txt"), b"/photos/a.jpg")
    assert not files.open_by(str(tmp_path / "nowhere"), b"/photos/a.jpg")


def _program(folder):
    """Writes down how many arguments it got, and the first."""
    program = folder / "viewer"
    program.write_text(f"#!/bin/sh\nprintf '%s %s|' $# \"$1\" > '{folder}/said'\n")
    program.chmod(0o755)
    return program


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have their own file manager")
def test_without_a_file_manager_on_the_bus_the_folder_is_opened(desktop, monkeypatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert files.show_in_file_manager(b"/photos/a b.jpg")
    assert [url.path() for url in desktop.opened] == ["/photos"]
