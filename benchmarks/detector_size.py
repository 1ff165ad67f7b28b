"""Which size of picture the detector should see: faces found and CPU time from 512 to 1,920 pixels on the long side.

    python benchmarks/detector_size.py ../shared/photos --models FOLDER [--pack standard] [--rounds 2] [--json FILE]

Four questions, each at all sizes (a photo is never enlarged):
annotated   true boxes (dlib's, drawn by hand): recall and precision at an overlap of .5. These photos have 500 pixels.
groups      photos of groups: of the faces found at the largest size, how many; and how many that it does not find.
mosaics     photos of 4,000 x 3,000 pixels made of single faces, 8 to 56 side by side, in places that are known: recall
            by the width of a face as a share of the photo's.
CPU         seconds a photo for scaled decode and detection: the group photos, and copies of some with 12 megapixels.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.face_mosaics import mosaics
from benchmarks.indexing import readable
from benchmarks.large_photos import enlarged, largest
from photoface.domain.faces import Detection
from photoface.domain.geometry import Box
from photoface.services.evaluation.annotations import read_annotations
from photoface.services.evaluation.boxes import match_boxes
from photoface.services.evaluation.detect_report import SeenPhoto, judged
from photoface.vision.building import build_detector
from photoface.vision.catalog import load_catalog
from photoface.vision.decoding import load_photo, open_photo
from photoface.vision.detectors import Detector
from photoface.vision.model_store import ModelStore
from photoface.vision.sessions import open_session

SIZES = (512, 640, 768, 896, 1024, 1280, 1600, 1920)
LOOSE = 0.25
"""Overlap of two sizes' boxes of one face, and of a box with the middle of a mosaic's tile."""


@dataclass(frozen=True, slots=True)
class Row:
    """One size. recall and precision: annotated; kept, lost, more: groups; mosaic: share of width -> recall."""

    size: int
    cpu_groups: float
    cpu_12mp: float
    recall: float | None
    precision: float | None
    kept: int
    lost: int
    more: int
    mosaic: Mapping[str, float]


def looked_at(detector: Detector, photo: Path, size: int) -> tuple[list[Detection], float]:
    """Faces in pixels of the full photo, and CPU seconds of decode and detection."""
    start = time.process_time()
    decoded = load_photo(open_photo(bytes(photo), photo.read_bytes()), size)
    found = detector.detect(decoded.pixels)
    return [face.scaled(1 / decoded.scale) for face in found], time.process_time() - start


def boxes_at(detector: Detector, photo: Path, size: int) -> tuple[Box, ...]:
    return tuple(face.box for face in looked_at(detector, photo, size)[0])


def cpu_seconds(detector: Detector, photos: Sequence[Path], rounds: int) -> dict[int, float]:
    """A photo, least of the rounds; the sizes take turns."""
    total = dict.fromkeys(SIZES, 0.0)
    for photo in photos:
        turns = [[looked_at(detector, photo, size)[1] for size in SIZES] for _ in range(rounds)]
        for size, times in zip(SIZES, zip(*turns, strict=True), strict=True):
            total[size] += min(times) / len(photos)
    return total


def annotated(detector: Detector, photos: Path, size: int) -> tuple[float | None, float | None]:
    """Recall and precision."""
    truth = [one for xml in _xmls(photos) for one in read_annotations(xml, photos / "groups" / "dlib-faces")]
    seen = []
    for one in truth:
        faces = looked_at(detector, Path(one.path.decode()), size)[0]
        boxes, scores = tuple(face.box for face in faces), tuple(face.score for face in faces)
        seen.append(SeenPhoto(one.boxes, one.ignored, boxes, scores))
    found = judged(0.5, seen)
    return found.recall, found.precision


def _xmls(photos: Path) -> list[Path]:
    return [photos / "annotations" / "dlib-faces" / name for name in ("training.xml", "testing.xml")]


def against(truth: Sequence[Sequence[Box]], found: Sequence[Sequence[Box]]) -> tuple[int, int, int]:
    """True faces found and not found, and faces beyond them."""
    pairs = zip(truth, found, strict=True)
    matched = [match_boxes(true, (), boxes, [1.0] * len(boxes), LOOSE) for true, boxes in pairs]
    owners = [owner for one in matched for owner in one.found]
    lost = owners.count(None)
    return len(owners) - lost, lost, sum(mark is False for one in matched for mark in one.right)


def rows(detector: Detector, photos: Path, rounds: int, folder: Path) -> Iterator[Row]:
    groups = list(readable([photos / "groups"]))
    costs, large = (cpu_seconds(detector, some, rounds) for some in (groups, enlarged(largest(groups, 4), 12, folder)))
    found = {size: [boxes_at(detector, photo, size) for photo in groups] for size in SIZES}
    made = mosaics(photos / "faces" / "lfw", folder)
    for size in SIZES:
        tiles = {one.title: against([one.boxes], [boxes_at(detector, one.path, size)]) for one in made}
        recall = {title: kept / (kept + lost) for title, (kept, lost, _) in tiles.items()}
        drawn, same = annotated(detector, photos, size), against(found[SIZES[-1]], found[size])
        yield Row(size, costs[size], large[size], *drawn, *same, recall)


def show(row: Row) -> None:
    figures = f"{row.cpu_groups:.4f} {row.cpu_12mp:.4f}   {row.recall or 0:.3f} {row.precision or 0:.3f}"
    tiles = "  ".join(f"{title} {recall:.3f}" for title, recall in row.mosaic.items())
    print(f"{row.size:5d}   {figures}   {row.kept:4d} {row.lost:3d} {row.more:3d}   {tiles}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--pack", default="standard")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    store = ModelStore(options.models, load_catalog())
    model = store.catalog.models_of(options.pack)[0]
    detector = build_detector(model, open_session(store.onnx_bytes(model.name)))
    print(" size   CPU s: groups, 12 MP   annotated: R, P   groups: kept, lost, more   mosaics: recall by width")
    table = []
    with TemporaryDirectory() as folder:
        for row in rows(detector, options.photos, options.rounds, Path(folder)):
            table.append(row)
            show(row)
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in table], indent=1))


if __name__ == "__main__":
    main()
