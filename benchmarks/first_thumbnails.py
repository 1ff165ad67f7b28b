"""How soon a folder can be looked at: first pictures from the heads of its files, before any analysis.

    python benchmarks/first_thumbnails.py ../shared/photos/groups --folder FOLDER --copies 1000 [--models FOLDER]

The photos given are measured as they are. Besides, ``--copies`` camera-like files are made of them in ``--folder``
(once): 12 million pixels, EXIF with date, orientation and a 160 x 120 preview, every third photo 3:2 with black bars.

CPU per photo: in this process, best of five rounds; what it costs to keep the pictures and to hand them from process to
process is measured in the run of the whole pass (parent and child, start included). With ``--models``, the
start of an indexing in the same way, with and without first pictures.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import struct
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from PIL import Image, ImageOps

from photoface.domain.events import PhotoIndexed, PhotosGlanced
from photoface.domain.glances import Glance
from photoface.services.library import Library
from photoface.services.photos.glancing import OpenGlancer, glancing
from photoface.services.photos.indexing import IndexingService
from photoface.services.photos.scanning import FoundFile, Kind, walk
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog
from photoface.worker.analyzer_process import AnalyzerProcess
from photoface.worker.glance_process import GlanceProcess
from photoface.worker.glancing import GlanceReader
from photoface.worker.protocol import AnalyzerSpec

ROUNDS = 5
SIZES = ((4000, 3000), (4000, 3000), (4242, 2828))  # 4:3 and 3:2


def exif(preview: bytes, orientation: int, taken: str) -> bytes:
    """An EXIF block as cameras write it: orientation, date, and the preview in the second directory (EXIF 2.32)."""

    def directory(entries: Sequence[tuple[int, int, int, int]], following: int) -> bytes:
        packed = b"".join(struct.pack("<HHII", *entry) for entry in entries)
        return struct.pack("<H", len(entries)) + packed + struct.pack("<I", following)

    date = taken.encode() + b"\0"
    first, camera, second = 8, 8 + 2 + 2 * 12 + 4, 8 + 2 + 2 * 12 + 4 + 2 + 12 + 4
    texts = second + 2 + 3 * 12 + 4
    return b"".join((
        b"Exif\0\0II*\0", struct.pack("<I", first),
        directory(((0x0112, 3, 1, orientation), (0x8769, 4, 1, camera)), second),
        directory(((0x9003, 2, len(date), texts),), 0),
        directory(((0x0103, 3, 1, 6), (0x0201, 4, 1, texts + len(date)), (0x0202, 4, 1, len(preview))), 0),
        date, preview,
    ))  # fmt: skip


def jpeg(image: Image.Image, quality: int, **options: bytes) -> bytes:
    file = BytesIO()
    image.save(file, "JPEG", quality=quality, **options)
    return file.getvalue()


def camera_file(source: Path, number: int) -> bytes:
    """A large photo of the same picture with noise, so that it is as long as a camera's."""
    size = SIZES[number % len(SIZES)]
    with Image.open(source) as opened:
        photo = ImageOps.fit(opened.convert("RGB"), size)
    grain = Image.effect_noise(size, 30).convert("RGB")
    photo = Image.blend(photo, grain, 0.1)
    small = ImageOps.pad(photo, (160, 120), color=(0, 0, 0))
    return jpeg(photo, 88, exif=exif(jpeg(small, 75), 6 if number % 4 == 0 else 1, "2020:01:02 03:04:05"))


def make_copies(sources: Sequence[Path], folder: Path, count: int, distinct: int = 24) -> list[Path]:
    """``distinct`` different files, the others copies of them with another end (so that each is a file of its own)."""
    folder.mkdir(parents=True, exist_ok=True)
    chosen = random.Random(0).sample(sources, min(distinct, len(sources)))
    for number in range(count):
        target = folder / f"{number:05}.jpg"
        if target.exists():
            continue
        if number < len(chosen):
            target.write_bytes(camera_file(chosen[number], number))
        else:
            shutil.copyfile(folder / f"{number % len(chosen):05}.jpg", target)
            with target.open("ab") as file:
                file.write(struct.pack(">I", number))
    return [folder / f"{number:05}.jpg" for number in range(count)]


def glances_of(files: Sequence[Path]) -> list[Glance]:
    reader = GlanceReader()
    return [reader.read(bytes(file)) for file in files]


def cpu_of(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def all_cpu() -> float:
    """CPU seconds of this process and of the children that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


@contextmanager
def new_library() -> Iterator[Library]:
    with TemporaryDirectory() as folder, LibraryDatabase.create_or_open(Path(folder), write=True) as db:
        db.set_setting("pack", "standard")
        yield Library(db, load_catalog())


def whole_pass(files: Sequence[Path], marks: Sequence[int]) -> tuple[float, dict[int, float]]:
    """CPU seconds of parent and child per photo, and when so many pictures were stored: child start and all."""
    with new_library() as library:
        folder = library.photos.add_folder(bytes(files[0].parent))
        library.photos.note_found(folder.folder_id, ((bytes(file), 1, 1) for file in files))
        used, begun, stored, reached = all_cpu(), time.monotonic(), 0, dict[int, float]()
        with glancing(library, GlanceProcess, {bytes(file) for file in files}, Event()) as first:
            looked = 0
            while looked < len(files):
                for event in first.step():
                    looked, stored = looked + event.files, stored + event.previews
                    reached |= {
                        mark: time.monotonic() - begun for mark in marks if mark <= stored and mark not in reached
                    }
                time.sleep(0.005)
        return (all_cpu() - used) / len(files), reached


def indexing(folder: Path, models: Path, open_glancer: OpenGlancer | None, enough: int) -> dict[str, float]:
    """The start of a run until so many photos are analysed: CPU seconds of all, and when there was what."""
    with new_library() as library:
        used, begun, cancel = all_cpu(), time.monotonic(), Event()
        photos, pictures, reached = 0, 0, dict[str, float]()
        service = IndexingService(
            library, lambda known: AnalyzerProcess(AnalyzerSpec(models, "standard", known=known)), open_glancer
        )
        for event in service.run([bytes(folder)], cancel):
            photos += isinstance(event, PhotoIndexed)
            pictures += event.previews if isinstance(event, PhotosGlanced) else 0
            marks = {"first photo": photos >= 1, f"{enough} photos": photos >= enough}
            marks |= {f"{mark} first pictures": pictures >= mark for mark in (1, 100)}
            reached |= {name: time.monotonic() - begun for name, met in marks.items() if met and name not in reached}
            if isinstance(event, PhotosGlanced):
                reached |= {"all first pictures": time.monotonic() - begun, "how many": pictures}
            if photos >= enough:
                cancel.set()
        return {"CPU s": all_cpu() - used, "CPU s per photo": (all_cpu() - used) / photos} | reached


def measure(name: str, files: Sequence[Path]) -> None:
    glances = glances_of(files)
    cost = min(cpu_of(partial(glances_of, files)) for _ in range(ROUNDS)) / len(files)
    marks = [mark for mark in (100, 1000) if mark <= len(files)]
    passed, reached = whole_pass(files, marks)
    previews = sum(glance.preview is not None for glance in glances)
    times = ", ".join(f"first {mark}: {reached.get(mark, float('nan')):.2f} s" for mark in marks)
    print(f"{name:12s} {len(files):6d} {previews:9d} {cost * 1e3:11.2f} {passed * 1e3:13.2f}   {times}")


def pictures(folder: Path) -> list[Path]:
    found: Iterator[FoundFile] = walk(os.fsencode(folder))
    return [Path(os.fsdecode(each.path)) for each in found if each.kind is Kind.PICTURE]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--folder", type=Path, required=True, help="where the camera-like files are, or are made")
    parser.add_argument("--copies", type=int, default=1000)
    parser.add_argument("--models", type=Path, help="measure the whole indexing of --folder too")
    parser.add_argument("--analysed", type=int, default=100, help="... until so many photos are analysed")
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    given = pictures(options.photos)
    copies = make_copies([file for file in given if file.suffix == ".jpg"], options.folder, options.copies)
    print(f"{'':12s} {'files':>6s} {'previews':>9s} {'ms/photo':>11s} {'ms with start':>13s}")
    measure("as they are", given)
    measure("12 MP copies", copies)
    for name, opened in (("without", None), ("with", GlanceProcess)) * options.rounds if options.models else ():
        told = indexing(options.folder, options.models, opened, options.analysed)
        print(f"indexing {name} first pictures:", ", ".join(f"{what} {value:.3f}" for what, value in told.items()))


if __name__ == "__main__":
    main()
