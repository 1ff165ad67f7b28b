"""Is the quality of a face worth anything? Shrunken, blurred and untouched copies of labelled photos, all against all.

    python benchmarks/quality.py ../shared/photos/faces/lfw --models FOLDER [--people 300] [--seed 1] [--json FILE]

Prints, per embedder, the true-accept rate at false-accept rates with all faces and without the worst fifth by quality,
and per band of quality how faces err at the angle that untouched copies need for one false match in 1,000.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from photoface.domain.faces import FaceAnalysis
from photoface.vision.building import build_analyzer
from photoface.vision.catalog import load_catalog
from photoface.vision.decoding import open_photo
from photoface.vision.model_store import ModelStore
from photoface.vision.pipeline import Analyzer

RATES = (1e-2, 1e-3, 1e-4)
DROPPED = 0.2
BANDS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9, 1.001)
GOOD = 0.5
PHOTOS_OF_ONE = 4


@dataclass(frozen=True, slots=True, eq=False)
class Copies:
    """Faces of degraded copies, rows [n]: person, whether untouched, quality, width in pixels; vectors by embedder."""

    people: NDArray[np.int64]
    untouched: NDArray[np.bool_]
    quality: NDArray[np.float64]
    width: NDArray[np.float64]
    vectors: dict[str, NDArray[np.float32]]
    missed: int


@dataclass(frozen=True, slots=True)
class Rates:
    """True-accept rate at each false-accept rate, of all faces and without the worst fifth."""

    embedder: str
    far: float
    all: float
    dropped: float


def degraded(image: Image.Image, rng: np.random.Generator) -> tuple[bytes, bool]:
    """A JPEG of the picture: one in three blurred (to 2 % of the width), one in three shrunk (to a sixth)."""
    blurred, shrunk = rng.random(2) < 1 / 3
    if blurred:
        image = image.filter(ImageFilter.GaussianBlur(rng.uniform(0.5, 5)))
    if shrunk:
        side = round(float(np.exp(rng.uniform(np.log(40), np.log(image.width)))))
        image = image.resize((side, side), Image.Resampling.BOX)
    file = BytesIO()
    image.save(file, "JPEG", quality=int(rng.integers(50, 95)))
    return file.getvalue(), not (blurred or shrunk)


def photos_of(root: Path, people: int) -> Iterator[tuple[int, Path]]:
    """Up to four photos of each person who has at least two."""
    folders = [sorted(folder.glob("*.jpg")) for folder in sorted(root.iterdir()) if folder.is_dir()]
    chosen = [photos[:PHOTOS_OF_ONE] for photos in folders if len(photos) >= 2][:people]
    yield from ((person, photo) for person, photos in enumerate(chosen) for photo in photos)


def collect(root: Path, analyzer: Analyzer, people: int, seed: int) -> Copies:
    """Every photo once, degraded by chance; the labelled face is the central one."""
    rng = np.random.default_rng(seed)
    rows: list[tuple[int, bool, FaceAnalysis]] = []
    missed = 0
    for person, path in photos_of(root, people):
        data, untouched = degraded(Image.open(path).convert("RGB"), rng)
        face = central_face(analyzer, data)
        if face is None:
            missed += 1
        else:
            rows.append((person, untouched, face))
    names = rows[0][2].embeddings
    return Copies(
        people=np.array([person for person, _, _ in rows]),
        untouched=np.array([untouched for _, untouched, _ in rows]),
        quality=np.array([face.quality for *_, face in rows]),
        width=np.array([face.detection.box.width for *_, face in rows]),
        vectors={name: np.stack([face.embeddings[name] for *_, face in rows]) for name in names},
        missed=missed,
    )


def central_face(analyzer: Analyzer, data: bytes) -> FaceAnalysis | None:
    """The face in the middle eighth of the picture, if one was found there."""
    photo = open_photo(b"copy", data)
    middle = photo.size.width / 2

    def away(face: FaceAnalysis) -> float:
        return max(abs(value - middle) for value in face.detection.box.center)

    faces = analyzer.analyze(photo, b"", None).faces
    best = min(faces, key=away, default=None)
    return best if best is not None and away(best) < middle / 4 else None


def cosines(copies: Copies, embedder: str, which: NDArray[np.bool_]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Of all pairs among the chosen faces: those of one person and those of two."""
    vectors, people = copies.vectors[embedder][which], copies.people[which]
    upper = np.triu_indices(len(people), 1)
    values, same = (vectors @ vectors.T)[upper], (people[:, None] == people)[upper]
    return values[same], values[~same]


def threshold(strangers: NDArray[np.float32], far: float) -> float:
    """The cosine that this share of stranger pairs exceeds."""
    return float(np.quantile(strangers, 1 - far))


def true_accepts(copies: Copies, embedder: str, which: NDArray[np.bool_], far: float) -> float:
    same, strangers = cosines(copies, embedder, which)
    return float((same > threshold(strangers, far)).mean())


def before_and_after(copies: Copies) -> list[Rates]:
    everything = np.ones(len(copies.people), bool)
    kept = copies.quality >= np.quantile(copies.quality, DROPPED)
    return [
        Rates(name, far, true_accepts(copies, name, everything, far), true_accepts(copies, name, kept, far))
        for name in copies.vectors
        for far in RATES
    ]


@dataclass(frozen=True, slots=True)
class Band:
    """Faces of one band of quality at the angle that untouched copies need for one false match in 1,000.

    false matches: with good strangers, and with strangers of the same band; true: with good photos of the person.
    """

    embedder: str
    quality: float
    faces: int
    width: float
    false_good: float
    false_same: float
    true_good: float


def bands(copies: Copies, embedder: str) -> list[Band]:
    """From the worst to the best."""
    cut = threshold(cosines(copies, embedder, copies.untouched)[1], 1e-3)
    good = np.flatnonzero(copies.quality >= GOOD)
    rows = []
    for low, high in pairwise(BANDS):
        which = np.flatnonzero((copies.quality >= low) & (copies.quality < high))
        width = float(np.median(copies.width[which])) if len(which) else 0.0
        to_good, to_same = (_matches(copies, embedder, which, other, cut) for other in (good, which))
        rows.append(Band(embedder, low, len(which), width, to_good[0], to_same[0], to_good[1]))
    return rows


def _matches(
    copies: Copies, embedder: str, some: NDArray[np.int64], others: NDArray[np.int64], cut: float
) -> tuple[float, float]:
    """The share of matches among pairs of strangers and among pairs of one person."""
    match = copies.vectors[embedder][some] @ copies.vectors[embedder][others].T > cut
    same = copies.people[some][:, None] == copies.people[others]
    itself = some[:, None] == others
    return _share(match, ~same), _share(match, same & ~itself)


def _share(match: NDArray[np.bool_], among: NDArray[np.bool_]) -> float:
    return float(match[among].mean()) if among.any() else float("nan")


def report(copies: Copies, rates: list[Rates], rows: list[Band]) -> None:
    spread = np.round(np.percentile(copies.quality, (1, 5, 20, 50, 80, 95)), 2)
    print(f"{len(copies.people)} faces, {copies.missed} not found; quality at 1, 5, 20, 50, 80, 95 %: {spread}")
    print(f"\n{'embedder':12s} {'FAR':>6s} {'TAR of all':>11s} {'without the worst fifth':>24s}")
    for rate in rates:
        print(f"{rate.embedder:12s} {rate.far:6.0e} {rate.all:11.4f} {rate.dropped:24.4f}")
    print("\nembedder     quality  faces  width  false: with good, in the band   true: with good")
    for row in rows:
        numbers = f"{row.width:6.0f} {row.false_good:17.5f} {row.false_same:13.5f} {row.true_good:17.3f}"
        print(f"{row.embedder:12s} {row.quality:7.2f} {row.faces:6d} {numbers}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    analyzer = build_analyzer("best", ModelStore(options.models, load_catalog()))
    copies = collect(options.photos, analyzer, options.people, options.seed)
    rates, rows = before_and_after(copies), [row for name in copies.vectors for row in bands(copies, name)]
    report(copies, rates, rows)
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in (*rates, *rows)], indent=1))


if __name__ == "__main__":
    main()
