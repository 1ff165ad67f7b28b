"""Groups of people, and of pictures, on which no cut was fitted, at the default share of wrong mates.

    python benchmarks/other_people.py --photos ../shared/photos --models FOLDER --cache FOLDER [--json FILE]

Each set is a library of its own: folders named after people below faces/. Two more are made of the last fold of LFW:
its photos shrunk by chance until faces are 20 to 85 pixels wide, and all at JPEG quality 20. ``all but lfw`` is one
library of all the small sets; ``among lfw`` puts them among all faces of LFW, where only they are judged.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks.curves import Grouper
from benchmarks.embeddings import FaceSet, embed, load
from benchmarks.fit_operating_points import MODELS, folds_of, vectors_of
from photoface.matching.clustering import ALGORITHMS
from photoface.matching.intervals import interval
from photoface.matching.measures import bcubed_of_faces
from photoface.vision.catalog import load_catalog

WRONG = 0.01
SMALL = ("orl", "bbt-faceapi", "dlib-johns", "ageitgey", "deepface")
_SIDE, _FACE = 250, 85  # of LFW's photos and, on average, of their faces, in pixels


@dataclass(frozen=True, slots=True)
class Row:
    """One set, embedder and algorithm: BCubed over labelled faces, with 95 % intervals over groups and people."""

    faces: str
    count: int
    people: int
    model: str
    algorithm: str
    precision: float
    recall: float
    f: float
    precision_95: tuple[float, float]
    recall_95: tuple[float, float]


def judged(name: str, faces: FaceSet, which: NDArray[np.bool_]) -> Iterator[Row]:
    """All embedders and algorithms on one library; the faces of ``which`` are judged."""
    for model in MODELS:
        points = load_catalog().model(model).points
        assert points is not None
        for algorithm in ALGORITHMS:
            cut = points.cuts[algorithm].at(WRONG, len(faces.names))
            labels = Grouper(faces, vectors_of(faces, model), algorithm).labels(cut)
            yield _row(name, faces, which, (model, algorithm), labels)


def _row(
    name: str, faces: FaceSet, which: NDArray[np.bool_], manner: tuple[str, str], labels: NDArray[np.int64]
) -> Row:
    homeless = labels < 0
    groups = np.where(homeless, labels.max(initial=0) + np.cumsum(homeless), labels)[which]
    groups, people = (np.unique(each, return_inverse=True)[1] for each in (groups, faces.people[which]))
    precision, recall = bcubed_of_faces(people, groups)
    p, r = float(precision.mean()), float(recall.mean())
    sure = interval(precision, groups), interval(recall, people)
    return Row(name, int(which.sum()), int(people.max()) + 1, *manner, p, r, 2 * p * r / (p + r), *sure)


def joined(sets: Sequence[tuple[str, FaceSet]]) -> FaceSet:
    """One library of several; people keep the name of their set."""
    vectors = {key: np.concatenate([each.vectors[key] for _, each in sets]) for key in sets[0][1].vectors}
    names, photos = (
        np.concatenate([[f"{name}/{value}" for value in getattr(each, field)] for name, each in sets])
        for field in ("names", "photos")
    )
    rest = [np.concatenate([getattr(each, field) for _, each in sets]) for field in ("labelled", "quality", "width")]
    return FaceSet(vectors, names, photos, *rest)


def worse(kind: str, photos: Path, models: Path, chosen: set[str]) -> FaceSet:
    """The photos of some people of LFW in copies that are smaller or more compressed."""
    rng = np.random.default_rng(0)
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(path for name in chosen for path in (photos / "faces" / "lfw" / name).iterdir()):
            copy = Path(folder, path.parent.name, path.name)
            copy.parent.mkdir(exist_ok=True)
            picture = Image.open(path).convert("RGB")
            if kind == "small":
                picture = _shrunk(picture, float(np.exp(rng.uniform(np.log(20), np.log(_FACE)))) / _FACE)
            picture.save(copy, quality=20 if kind == "jpeg" else 90)
        return embed(Path(folder), models)


def _shrunk(picture: Image.Image, factor: float) -> Image.Image:
    """On grey, so that the picture stays as large as it was: in a tiny one a detector misses faces."""
    side = round(_SIDE * factor)
    square = Image.new("RGB", (_SIDE, _SIDE), (128, 128, 128))
    square.paste(picture.resize((side, side), Image.Resampling.LANCZOS), ((_SIDE - side) // 2,) * 2)
    return square


def sets_of(photos: Path, models: Path, cache: Path) -> Iterator[tuple[str, FaceSet, NDArray[np.bool_]]]:
    """Name, faces, and which of them are judged."""

    def kept(name: str, maker: str = "", people: frozenset[str] = frozenset()) -> FaceSet:
        file = cache / f"{name}.npz"
        if not file.exists():
            made = worse(maker, photos, models, set(people)) if maker else embed(photos / "faces" / name, models)
            made.save(file)
        return load(file)

    small = [(name, kept(name)) for name in SMALL]
    lfw = kept("lfw")
    last = frozenset(lfw.names[folds_of(lfw, photos / "annotations" / "lfw_pairs.tsv") == 2].tolist())
    everybody = joined(small)
    yield from ((name, faces, faces.labelled) for name, faces in small if len(set(faces.names)) > 1)
    yield "all but lfw", everybody, everybody.labelled
    crowd = joined([("others", everybody), ("lfw", lfw)])
    yield "among lfw", crowd, crowd.labelled & (np.arange(len(crowd.names)) < len(everybody.names))
    for kind, title in (("small", "lfw 3, 20 to 85 px"), ("jpeg", "lfw 3, JPEG 20")):
        faces = kept(f"lfw-{kind}", kind, last)
        yield title, faces, faces.labelled


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument(
        "--cache", type=Path, required=True, help="a folder for embeddings, made where they are missing"
    )
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    rows = [row for each in sets_of(options.photos, options.models, options.cache) for row in judged(*each)]
    for row in rows:
        sure = "P {:.3f} to {:.3f}, R {:.3f} to {:.3f}".format(*row.precision_95, *row.recall_95)
        print(f"{row.faces:20} {row.count:5} {row.people:5} {row.model:12} {row.algorithm:8} ", end="")
        print(f"P {row.precision:.4f} R {row.recall:.4f} F {row.f:.4f}  ({sure})")
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=1), "utf-8")


if __name__ == "__main__":
    main()
