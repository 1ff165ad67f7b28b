"""Embeddings of a folder of people, made by the product's own pipeline and kept in one .npz file.

python benchmarks/embeddings.py ../shared/photos/faces/lfw --output lfw.npz --models FOLDER
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import FaceAnalysis, PhotoAnalysis
from photoface.domain.similarity import unit
from photoface.vision.building import build_analyzer
from photoface.vision.catalog import load_catalog
from photoface.vision.decoding import open_photo
from photoface.vision.model_store import ModelStore
from photoface.vision.pipeline import Analyzer

EMBEDDERS = ("dlib-resnet", "retail-0095")


@dataclass(frozen=True, slots=True, eq=False)
class FaceSet:
    """All faces found in photos that lie in folders named after people.

    vectors: embedder -> float32 [n, d]; names: str [n], the folder; photos: str [n], path below the folder of people;
    labelled: bool [n], the detection nearest the centre of its photo; quality, width (of the box in pixels): [n].
    """

    vectors: dict[str, NDArray[np.float32]]
    names: NDArray[np.str_]
    photos: NDArray[np.str_]
    labelled: NDArray[np.bool_]
    quality: NDArray[np.float32]
    width: NDArray[np.float32]

    @property
    def photo(self) -> NDArray[np.int64]:
        """A number for each photo: int64 [n]."""
        return np.unique(self.photos, return_inverse=True)[1].astype(np.int64)

    @property
    def people(self) -> NDArray[np.int64]:
        """A number for each person: int64 [n], true of labelled faces only."""
        return np.unique(self.names, return_inverse=True)[1].astype(np.int64)

    def chosen(self, which: NDArray[np.bool_]) -> FaceSet:
        """Some of the faces."""
        vectors = {name: rows[which] for name, rows in self.vectors.items()}
        rest = [getattr(self, field.name)[which] for field in fields(self) if field.name != "vectors"]
        return FaceSet(vectors, *rest)

    def save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        arrays = {f"vectors_{name}": rows for name, rows in self.vectors.items()}
        rest = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "vectors"}
        np.savez_compressed(path, **arrays, **rest)


def load(path: Path) -> FaceSet:
    """A set saved before."""
    with np.load(path) as stored:
        vectors = {key.removeprefix("vectors_"): stored[key] for key in stored.files if key.startswith("vectors_")}
        return FaceSet(vectors, *(stored[field.name] for field in fields(FaceSet) if field.name != "vectors"))


def embed(folder: Path, models: Path) -> FaceSet:
    """Reads all photos below ``folder``/NAME/."""
    rows = [row for path in sorted(folder.glob("*/*")) for row in _faces(path, models, folder)]
    names, photos, labelled, quality, width, *vectors = zip(*rows, strict=True)
    stacked = {name: unit(np.stack(column)) for name, column in zip(EMBEDDERS, vectors, strict=True)}
    numbers = np.array(quality, np.float32), np.array(width, np.float32)
    return FaceSet(stacked, np.array(names), np.array(photos), np.array(labelled, bool), *numbers)


def _faces(path: Path, models: Path, folder: Path) -> Iterator[tuple[object, ...]]:
    analysis = _analysis(path, models)
    if analysis is None or not analysis.faces:
        return
    middle = analysis.size.width / 2, analysis.size.height / 2
    offsets = [np.hypot(*np.subtract(face.detection.box.center, middle)) for face in analysis.faces]
    for i, face in enumerate(analysis.faces):
        yield (path.parent.name, str(path.relative_to(folder)), i == int(np.argmin(offsets)), *_row(face))


def _row(face: FaceAnalysis) -> tuple[object, ...]:
    return face.quality, face.detection.box.width, *(face.embeddings[name] for name in EMBEDDERS)


def _analysis(path: Path, models: Path) -> PhotoAnalysis | None:
    data, name = path.read_bytes(), str(path).encode()
    try:
        return _analyzer(models).analyze(open_photo(name, data), b"", None)
    except PhotoUnreadable as error:
        print(error)
        return None


@cache
def _analyzer(models: Path) -> Analyzer:
    return build_analyzer("best", ModelStore(models, load_catalog()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True, help="the models folder (photoface models verify)")
    options = parser.parse_args()
    found = embed(options.folder, options.models)
    found.save(options.output)
    print(f"{len(found.names):,} faces, {int(found.labelled.sum()):,} of them labelled, in {options.output}")


if __name__ == "__main__":
    main()
