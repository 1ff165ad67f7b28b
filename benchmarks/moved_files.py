"""Do names stay when files are moved, renamed and tagged? And is anything read again that need not be?

    python -m benchmarks.moved_files ../shared/photos/faces/lfw --work FOLDER [--library LIBRARY]

Copies the photos (a folder for each person) to the work folder and indexes the copies, or, with ``--library``, begins
with a copy of a library that knows these photos already. The largest face of each photo is then decided to be the
person that its folder is named after. 500 photos go to new folders under new names, the metadata of 50 others are
edited by exiftool (title, keywords, description, rating), and the folders are looked through once. None of that makes
another photo: each face has to keep its number and its name, and no photo may be analysed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Event

from photoface import app
from photoface.domain.events import PhotoIndexed, PhotoRefused
from photoface.services.deciding import correcting
from photoface.services.groups.grouping import group_new_faces
from photoface.services.library import Library

EDITS = ("-XMP-dc:Title=A summer day", "-IPTC:Keywords=lake", "-EXIF:ImageDescription=At the lake", "-XMP:Rating=4")


@dataclass(frozen=True)
class Found:
    """read: photos analysed anew; known: files of known photos; lost: faces without their name, or with another one."""

    photos: int
    names: int
    moved: int
    edited: int
    read: int
    known: int
    refused: int
    lost: int
    renumbered: int
    seconds: float


def main() -> None:
    """Print what was found, as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--move", type=int, default=500)
    parser.add_argument("--edit", type=int, default=50)
    args = parser.parse_args()
    photos, library = args.work / "photos", args.work / "library"
    shutil.copytree(args.photos, photos, copy_function=shutil.copy2)
    if args.library:
        shutil.copytree(args.library, library)
    with app.open_library(library, write=True) as opened:
        app.models_ready(opened)
        print(json.dumps(asdict(measure(opened, photos, args.move, args.edit)), indent=1))


def measure(library: Library, photos: Path, move: int, edit: int) -> Found:
    """All of it, in a library that may know these photos under other paths."""
    index(library, [bytes(photos)])
    for folder in library.photos.folders():
        if folder.path != bytes(photos):
            with library.journal.operation("remove folder", "the originals") as record:
                library.photos.remove_folder(folder, record)
    decide(library)
    files, lot = sorted(path for path in photos.rglob("*") if path.is_file()), random.Random(1)
    chosen = lot.sample(files, move + edit)
    before = names(library)
    where = dict(moves(photos, chosen[:move]))
    tag(chosen[move:])
    events, seconds = index(library, [])
    after = names(library)
    kept = {where.get(path, path): faces for path, faces in before.items()}
    lost = sum(after.get(path, {}).get(face) != name for path, faces in kept.items() for face, name in faces.items())
    return Found(
        photos=len(files),
        names=sum(len(faces) for faces in before.values()),
        moved=move,
        edited=edit,
        read=sum(isinstance(each, PhotoIndexed) and not each.known for each in events),
        known=sum(isinstance(each, PhotoIndexed) and each.known for each in events),
        refused=sum(isinstance(each, PhotoRefused) for each in events),
        lost=lost,
        renumbered=sum(after.get(path, {}).keys() != faces.keys() for path, faces in kept.items()),
        seconds=round(seconds, 1),
    )


def index(library: Library, folders: Sequence[bytes]) -> tuple[list[object], float]:
    """A run to the end, with groups; its events and seconds."""
    begun = time.monotonic()
    events = list(app.indexing(library).run(folders, Event()))
    group_new_faces(library)
    return [*events], time.monotonic() - begun


def decide(library: Library) -> None:
    """The largest face of each photo is who its folder is named after."""
    largest: dict[bytes, tuple[float, int]] = {}
    for face in library.faces.list():
        largest[face.path] = max(largest.get(face.path, (0.0, 0)), (face.box.width * face.box.height, face.face_id))
    people: dict[str, list[int]] = {}
    for path, (_, face_id) in largest.items():
        people.setdefault(os.fsdecode(os.path.basename(os.path.dirname(path))).replace("_", " "), []).append(face_id)
    for name, faces in people.items():
        correcting.assign(library, tuple(faces), name)


def names(library: Library) -> dict[bytes, dict[int, str | None]]:
    """Path -> its decided faces and who they are."""
    found: dict[bytes, dict[int, str | None]] = {}
    for face in library.faces.list():
        if face.state.decided:
            found.setdefault(face.path, {})[face.face_id] = face.person
    return found


def moves(photos: Path, chosen: Sequence[Path]) -> Iterator[tuple[bytes, bytes]]:
    """To folders and names that say nothing of the old ones."""
    for number, path in enumerate(chosen):
        target = photos / f"sorted {number % 7}" / f"{number // 50:02}" / f"DSC{number:05}{path.suffix.upper()}"
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
        yield bytes(path), bytes(target)


def tag(chosen: Sequence[Path]) -> None:
    """As any program that tags: exiftool writes each file anew."""
    command = ["exiftool", "-q", "-q", "-overwrite_original", *EDITS, *map(str, chosen)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
