"""What indexing a photo costs: beyond its decode and its networks, beside dlib's pipeline, and in the real process.

    python benchmarks/indexing.py PHOTOS... --models FOLDER [--packs standard basic] [--large 6] [--dlib FOLDER]
                                  [--rounds 3] [--limit 100] [--json FILE]
                                  [--parts sides process]

All sides take turns on the same photo in one process, and of each the least of all rounds counts (CPU time, one
thread): the machine may be busy. The first run of each side on a photo is not counted. All have the large pages of
memory that the product's child process asks for. --large: so many of the photos are also measured as copies of 12 and
24 megapixels, made in a temporary folder. --dlib: a folder that has, or will get, dlib's two files (100 MB are fetched
once); dlib gets the very picture that the product's detector sees.

Targets: the product at most 1.15 times decode and networks alone; standard at most .30 of dlib; two threads at least
1.7 times one, in wall time, so on an idle machine.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.dlib_side import Dlib, DlibDetector, fetch
from benchmarks.large_photos import enlarged, largest
from benchmarks.sides import Minimum, Product, Side
from benchmarks.through_worker import Process, process_costs, with_large_pages
from photoface.domain.errors import PhotoUnreadable
from photoface.vision.catalog import load_catalog
from photoface.vision.decoding import open_photo
from photoface.vision.model_store import ModelStore

ENDINGS = (".jpg", ".jpeg", ".png", ".heic", ".webp")
LARGE = (12, 24)
PARTS = ("sides", "process")


@dataclass(frozen=True, slots=True)
class Cost:
    """One side on one set of photos. cpu: seconds a photo."""

    side: str
    photos: int
    faces: int
    cpu: float


def readable(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix.lower() in ENDINGS and _opens(file):
                yield file


def _opens(file: Path) -> bool:
    try:
        open_photo(bytes(file), file.read_bytes())
    except PhotoUnreadable:
        return False
    return True


def costs(photos: Sequence[Path], sides: Sequence[Side], rounds: int) -> list[Cost]:
    """All sides in turn on each photo, so that whatever else the machine does falls on all of them."""
    least, faces = dict.fromkeys(sides, 0.0), dict.fromkeys(sides, 0)
    for photo in photos:
        for side in sides:
            faces[side] += side.faces(photo)
        turns = [[cpu(side, photo) for side in sides] for _ in range(rounds)]
        for side, times in zip(sides, zip(*turns, strict=True), strict=True):
            least[side] += min(times)
    return [Cost(side.name, len(photos), faces[side], least[side] / len(photos)) for side in sides]


def cpu(side: Side, photo: Path) -> float:
    start = time.process_time()
    side.faces(photo)
    return time.process_time() - start


def sets_of(photos: Sequence[Path], large: int, folder: Path) -> Mapping[str, Sequence[Path]]:
    chosen = largest(photos, large)
    copies = {f"{size} MP": enlarged(chosen, size, folder) for size in LARGE} if chosen else {}
    return {"as they are": photos, **copies}


def sides_of(packs: Sequence[str], store: ModelStore, dlib_folder: Path | None) -> list[Side]:
    products = [Product(pack, store) for pack in packs]
    others: list[Side] = []
    if dlib_folder is not None:
        dlib_folder.mkdir(parents=True, exist_ok=True)
        fetch(dlib_folder)
        others = [Dlib(dlib_folder), DlibDetector(dlib_folder)]
    return [side for product in products for side in (product, Minimum(product))] + others


def show(title: str, found: Sequence[Cost]) -> None:
    dlib = next((cost.cpu for cost in found if cost.side == Dlib.name), None)
    print(f"\n{title}: {found[0].photos} photos\n{'':36s} CPU s  faces  / own minimum  / dlib")
    for cost in found:
        own = next((one.cpu for one in found if one.side == Minimum.name_for(cost.side)), None)
        shares = [f"{cost.cpu / other:.3f}" if other else "" for other in (own, dlib)]
        print(f"{cost.side:36s} {cost.cpu:.4f} {cost.faces:6d} {shares[0]:>14s} {shares[1]:>7s}")


def show_process(found: Sequence[Process]) -> None:
    for one in found:
        name = f"worker process without its start, {one.pack}, {one.threads} threads"
        print(f"{name}: {one.cpu:.4f} CPU s and {one.wall:.4f} s wall a photo")


def in_one_process(options: argparse.Namespace, photos: Sequence[Path]) -> dict[str, list[Cost]]:
    sides = sides_of(options.packs, ModelStore(options.models, load_catalog()), options.dlib)
    tables: dict[str, list[Cost]] = {}
    with TemporaryDirectory() as folder:
        for title, chosen in sets_of(photos, options.large, Path(folder)).items():
            tables[title] = costs(chosen, sides, options.rounds)
            show(title, tables[title])
    return tables


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path, nargs="+")
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--packs", nargs="+", default=["standard"])
    parser.add_argument("--large", type=int, default=0)
    parser.add_argument("--dlib", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=int, default=100)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with_large_pages()
    photos = list(readable(options.photos))[: options.limit]
    tables = in_one_process(options, photos) if "sides" in options.parts else {}
    processes = process_costs(photos, options.models, options.packs) if "process" in options.parts else []
    show_process(processes)
    if options.json:
        tables_json = {title: [asdict(cost) for cost in found] for title, found in tables.items()}
        options.json.write_text(json.dumps({"sets": tables_json, "process": [asdict(one) for one in processes]}))


if __name__ == "__main__":
    main()
