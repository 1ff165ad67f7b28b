"""Makes the pictures of the window in docs/screenshots, from a real run with the installed models.

    .venv/bin/python packaging/screenshots.py --photos ../shared/photos/faces/lfw
    .venv/bin/python packaging/screenshots.py --library FOLDER    with a copy of a library that is there already

PHOTOS holds a folder for each person, called after them: the largest groups get these names. Half of each person's
photos are found after the naming, so that there are guesses to review. The library is thrown away again. Without a
screen it draws offscreen; that needs fonts (Debian: fonts-noto-core). The pictures show the photos given.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from photoface import app
from photoface.gui.application import build_window, close_desk, dress, engine_of, open_desk
from photoface.gui.core.desk import Desk
from photoface.gui.core.language import speak
from photoface.gui.core.places import Place
from photoface.gui.core.settings import WindowSettings
from photoface.gui.main_window import MainWindow
from photoface.gui.pages.photo.page import PhotoPage
from photoface.gui.theme.palette import Theme
from photoface.gui.widgets.tile_view import TileView

PEOPLE, NAMED = 100, 12
SIZE = (1280, 800)
LARGEST_FILE = 200_000
OUT = Path(__file__).parents[1] / "docs" / "screenshots"
Row = dict[str, Any]


def photoface(library: Path, *command: str) -> list[Row]:
    """What a command line says to programs."""
    program = [sys.executable, "-m", "photoface", *command, "--library", str(library), "--json"]
    said = subprocess.run(program, stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in said.stdout.splitlines()]


def copy_people(photos: Path, into: Path) -> tuple[Path, Path]:
    """The people with most photos; every second photo of each is in the second folder."""
    first, second = into / "Pictures" / "first", into / "Pictures" / "second"
    people = sorted((each for each in photos.iterdir() if each.is_dir()), key=lambda each: -len(list(each.iterdir())))
    for person in people[:PEOPLE]:
        for at, photo in enumerate(sorted(person.iterdir())):
            target = (first, second)[at % 2] / person.name
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy(photo, target)
    return first, second


def name_largest(library: Path) -> None:
    """Names the largest groups after the folder that most of their photos are in."""
    folders: dict[int, Counter[str]] = {}
    for face in photoface(library, "faces"):
        if face["cluster_id"] is not None and face["person"] is None:
            folders.setdefault(face["cluster_id"], Counter())[Path(face["photo"]).parent.name] += 1
    named = {row["name"] for row in photoface(library, "people") if row["kind"] == "person"}
    for group, names in sorted(folders.items(), key=lambda item: -item[1].total())[: NAMED - len(named)]:
        name = names.most_common(1)[0][0].replace("_", " ")
        if name not in named:
            photoface(library, "name", str(group), name)
            named.add(name)


def make_library(photos: Path, folder: Path) -> Path:
    """A new library of these photos, its largest groups with names and guesses."""
    library = folder / "library"
    for pictures in copy_people(photos, folder):
        photoface(library, "index", str(pictures))
        name_largest(library)
    return library


def places(library: Path) -> dict[str, Place]:
    """What to show, by the name of the picture."""
    faces = photoface(library, "faces")
    people = [row for row in photoface(library, "people") if row["kind"] == "person"]
    person = max(people, key=lambda row: (row["suggested"] > 0, row["photos"]))
    face = next(each for each in faces if each["person"] == person["name"])
    known = Counter(each["photo"] for each in faces if each["person"] is not None)
    several = max(known, key=lambda photo: (known[photo], photo))
    return {
        "people": Place("people"),
        "person": Place("person", ("person", person["person_id"])),
        "review": Place("review"),
        "sweep": Place("sweep"),
        "search": Place("search", os.fsencode(face["photo"])),
        "photos": Place("photos"),
        "photo": Place("photo", photo_number(library, several)),
    }


def photo_number(library: Path, file: str) -> int:
    """The number of the photo in that file."""
    with app.open_library(library, write=False) as opened:
        return next(face.photo_id for face in opened.faces.list() if os.fsdecode(face.path) == file)


def wait(seconds: float) -> None:
    """Let the window do what it has to: its rows and pictures come from threads."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def ready(desk: Desk) -> None:
    """Wait until nothing is being indexed."""
    wait(2)
    while desk.indexer.running:
        wait(0.5)


def small(png: bytes, file: Path) -> None:
    """Writes it with few colours."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    for colors in (256, 160, 96):
        picture.quantize(colors, method=Image.Quantize.MEDIANCUT).save(file, optimize=True)
        if file.stat().st_size <= LARGEST_FILE:
            return
    raise SystemExit(f"{file} is larger than {LARGEST_FILE} bytes")


def take(application: QApplication, library: Path, folder: Path) -> None:
    """One window; each place in both themes."""
    speak("en")
    desk = open_desk(engine_of(library))
    window = build_window(desk, WindowSettings(folder / "window.ini"))
    window.resize(*SIZE)
    desk.session.open()
    window.show()
    ready(desk)
    window.setWindowTitle("photoface")
    for name, place in places(library).items():
        desk.places.go(place)
        wait(8 if name == "search" else 2)
        show_well(desk, window, name)
        for theme in (Theme.LIGHT, Theme.DARK):
            dress(application, theme)
            wait(0.7)
            small(shot(window), OUT / f"{name}-{theme}.png")
    window.close()
    close_desk(desk)


def show_well(desk: Desk, window: MainWindow, name: str) -> None:
    """Photos below the first few, which may be anything; in Review the second question, for the first group of these
    photos is a rare mistake: two people who look alike."""
    if name == "photos":
        photos = window.pages["photos"].findChildren(TileView)[0].verticalScrollBar()
        photos.setValue(photos.maximum() // 2)
    if name == "review":
        desk.actions.get("review.skip").trigger()
        wait(3)
    if name == "photo":
        page = window.pages["photo"]
        if isinstance(page, PhotoPage):  # whose computer it is does not matter
            page.message.setText(f"~/Pictures/{Path(page.message.text()).name}")


def shot(window: QWidget) -> bytes:
    """The window as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    return bytes(buffer.data().data())


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    source = options.add_mutually_exclusive_group(required=True)
    source.add_argument("--photos", type=Path, help="a folder for each person, called after them")
    source.add_argument("--library", type=Path, help="a library that is there already; a copy is shown")
    chosen = options.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as name:
        folder = Path(name)
        library = make_library(chosen.photos, folder) if chosen.photos else folder / "library"
        if chosen.library:
            shutil.copytree(chosen.library, library)
        with app.open_library(library, write=False) as opened:
            app.models_ready(opened)  # the pictures are of a real run, or there are none
        if not {"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys():
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        take(QApplication(sys.argv[:1]), library, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
