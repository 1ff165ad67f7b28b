"""What is measured against each other on a photo: the product, the least it could do, and dlib's pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoface.domain.faces import PhotoAnalysis, Pixels
from photoface.metadata.dates import taken
from photoface.metadata.pixel_stream import identity
from photoface.vision.building import build_detector
from photoface.vision.decoding import open_photo
from photoface.vision.embedders import FlipAveraged
from photoface.vision.formats import open_image
from photoface.vision.model_store import ModelStore
from photoface.vision.pipeline import LONG_SIDE, Analyzer
from photoface.vision.sessions import Session, open_session

Floats = NDArray[np.float32]


class Side(Protocol):
    """One way to do the work. faces: how many it finds in a photo."""

    name: str

    def faces(self, photo: Path) -> int: ...


class Recorder:
    """A session that remembers what it was run on while ``on``; a network's speed depends on the numbers in it."""

    def __init__(self, session: Session) -> None:
        self.outputs = session.outputs
        self.session = session
        self.on = False
        self.batches: list[Floats] = []

    def run(self, batch: Floats) -> list[Floats]:
        if self.on:
            self.batches.append(batch)
        return self.session.run(batch)


class Product:
    """The whole analysis: bytes, identity, header, decode, detection, chips, embedding, quality, previews."""

    def __init__(self, pack: str, store: ModelStore) -> None:
        detector, *embedders = store.catalog.models_of(pack)
        self.name = pack
        self.recorders = [Recorder(open_session(store.onnx_bytes(one.name))) for one in (detector, *embedders)]
        first, *others = self.recorders
        joined = [FlipAveraged(model, session) for model, session in zip(embedders, others, strict=True)]
        self._analyzer = Analyzer(build_detector(detector, first), joined)

    def analyze(self, path: Path) -> PhotoAnalysis:
        data = path.read_bytes()
        photo = open_photo(bytes(path), data)
        return self._analyzer.analyze(photo, identity(data), taken(photo.exif))

    def faces(self, photo: Path) -> int:
        return len(self.analyze(photo).faces)


class Minimum:
    """One scaled decode, and the runs of the networks that the product needs for this photo; nothing around them."""

    def __init__(self, product: Product) -> None:
        self.name = self.name_for(product.name)
        self._product = product
        self._photo: Path | None = None
        self._faces = 0

    def faces(self, photo: Path) -> int:
        if photo != self._photo:
            self._record(photo)
        scaled(photo)
        for recorder in self._product.recorders:
            for batch in recorder.batches:
                recorder.session.run(batch)
        return self._faces

    @staticmethod
    def name_for(pack: str) -> str:
        return f"{pack}, decode and networks alone"

    def _record(self, photo: Path) -> None:
        for recorder in self._product.recorders:
            recorder.batches.clear()
            recorder.on = True
        self._photo, self._faces = photo, self._product.faces(photo)
        for recorder in self._product.recorders:
            recorder.on = False


def scaled(photo: Path) -> Pixels:
    """RGB [h, w, 3] at the detector's size: what decoding to it costs at least."""
    image = open_image(photo.read_bytes())
    factor = min(LONG_SIDE / max(image.size), 1)
    wanted = round(image.width * factor), round(image.height * factor)
    image.draft("RGB", wanted)
    return np.asarray(image.convert("RGB").resize(wanted, Image.Resampling.BILINEAR, reducing_gap=2.0))
