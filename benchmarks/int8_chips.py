"""The chips of all faces in a folder of people, cut by the product's own pipeline and kept in one .npz file.

    python benchmarks/int8_chips.py ../shared/photos/faces/lfw --output chips.npz --models FOLDER

Other embedders, or other forms of one, then take seconds instead of minutes: decoding and detecting are done.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.embeddings import FaceSet
from photoface.domain.faces import FaceAnalysis, PhotoAnalysis, Pixels, Vectors
from photoface.vision.alignment import ChipFrame
from photoface.vision.building import build_detector
from photoface.vision.catalog import load_catalog
from photoface.vision.decoding import open_photo
from photoface.vision.embedders import frame_of
from photoface.vision.model_store import ModelStore
from photoface.vision.pipeline import Analyzer
from photoface.vision.sessions import open_session

EMBEDDERS = ("dlib-resnet", "retail-0095")


@dataclass(frozen=True, slots=True)
class ChipsAsVectors:
    """An embedder whose embedding of a face is its chip: float32 [n, h * w * 3]."""

    name: str
    frame: ChipFrame

    @property
    def dims(self) -> int:
        return 3 * self.frame.size[0] * self.frame.size[1]

    def embed(self, chips: Pixels) -> Vectors:
        return chips.reshape(len(chips), self.dims).astype(np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class ChipSet:
    """chips: embedder -> uint8 RGB [n, h, w, 3]; faces: everything else that is known of them, without vectors."""

    chips: dict[str, Pixels]
    faces: FaceSet

    def with_vectors(self, vectors: dict[str, NDArray[np.float32]]) -> FaceSet:
        """The faces with these embeddings, in the order of the chips."""
        return replace(self.faces, vectors=vectors)


def load_chips(path: Path) -> ChipSet:
    """A set saved before."""
    with np.load(path) as stored:
        chips = {name: stored[f"chips_{name}"] for name in EMBEDDERS}
        rest = [stored[key] for key in ("names", "photos", "labelled", "quality", "width")]
    return ChipSet(chips, FaceSet({}, *rest))


def save_chips(folder: Path, models: Path, output: Path) -> None:
    """Reads all photos below ``folder``/NAME/."""
    analyzer, frames = _analyzer(ModelStore(models, load_catalog()))
    rows = [row for path in sorted(folder.glob("*/*")) for row in _faces(analyzer, path, folder)]
    names, photos, labelled, quality, width, *chips = zip(*rows, strict=True)
    stacked = {
        f"chips_{name}": np.stack(column).reshape(-1, frame.size[1], frame.size[0], 3)
        for (name, frame), column in zip(frames.items(), chips, strict=True)
    }
    np.savez(output, names=np.array(names), photos=np.array(photos), labelled=np.array(labelled, bool),
             quality=np.array(quality, np.float32), width=np.array(width, np.float32), **stacked)  # fmt: skip


def _analyzer(store: ModelStore) -> tuple[Analyzer, dict[str, ChipFrame]]:
    model = store.catalog.model("centerface")
    detector = build_detector(model, open_session(store.onnx_bytes(model.name)))
    frames = {name: frame_of(store.catalog.model(name)) for name in EMBEDDERS}
    return Analyzer(detector, [ChipsAsVectors(name, frame) for name, frame in frames.items()]), frames


def _faces(analyzer: Analyzer, path: Path, folder: Path) -> Iterator[tuple[object, ...]]:
    analysis = analyzer.analyze(open_photo(str(path).encode(), path.read_bytes()), b"", None)
    central = _central(analysis)
    for i, face in enumerate(analysis.faces):
        yield path.parent.name, str(path.relative_to(folder)), i == central, *_row(face)


def _central(analysis: PhotoAnalysis) -> int | None:
    """The detection nearest to the middle of the photo: whom the folder names."""
    middle = analysis.size.width / 2, analysis.size.height / 2
    offsets = [np.hypot(*np.subtract(face.detection.box.center, middle)) for face in analysis.faces]
    return int(np.argmin(offsets)) if offsets else None


def _row(face: FaceAnalysis) -> tuple[object, ...]:
    chips = (face.embeddings[name].astype(np.uint8) for name in EMBEDDERS)
    return face.quality, face.detection.box.width, *chips


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True, help="the models folder (photoface models verify)")
    options = parser.parse_args()
    save_chips(options.folder, options.models, options.output)
    print(f"{len(load_chips(options.output).faces.names):,} faces in {options.output}")


if __name__ == "__main__":
    main()
