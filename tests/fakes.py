"""Fakes with names: a detector, an embedder, a session, and readers that misbehave on purpose."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoface.domain.errors import ModelsMissing, PhotoUnreadable
from photoface.domain.faces import Detection, PhotoAnalysis, PhotoKnown, Pixels, Vectors
from photoface.domain.geometry import Box, Size
from photoface.domain.similarity import unit
from photoface.vision.alignment import ChipFrame
from photoface.worker.protocol import Allow, AnalyzerSpec

TEMPLATE = np.array([[46, 46], [102, 46], [74, 78], [51, 103], [97, 103]], np.float32)


def face_at(x: float, y: float, width: float, score: float = 0.9) -> Detection:
    """An upright face whose box has this corner and width."""
    landmarks = TEMPLATE / 150 * width + np.array([x, y], np.float32)
    return Detection(Box(x, y, width, width * 1.2), landmarks.astype(np.float32), score)


class FakeDetector:
    """Finds the same faces in every picture; remembers the shapes that it was shown."""

    name = "fake-detector"

    def __init__(self, faces: Sequence[Detection] = ()) -> None:
        self.faces = list(faces)
        self.shown: list[tuple[int, ...]] = []

    def detect(self, pixels: Pixels) -> list[Detection]:
        self.shown.append(pixels.shape)
        return self.faces


class FakeEmbedder:
    """The chip, shrunk to 4 x 4 means per channel: equal chips give equal vectors."""

    def __init__(self, name: str = "fake-embedder", side: int = 64) -> None:
        self.name = name
        self.dims = 48
        self.frame = ChipFrame((side, side), TEMPLATE * np.float32(side / 150))
        self.chips: list[Pixels] = []

    def embed(self, chips: Pixels) -> Vectors:
        self.chips.extend(chips)
        quarter = self.frame.size[0] // 4
        means = chips.reshape(len(chips), 4, quarter, 4, quarter, 3).mean((2, 4)) if len(chips) else np.empty((0, 48))
        return unit(means.reshape(len(chips), 48).astype(np.float32) + 1)


class FakeSession:
    """Answers every run with the same arrays; keeps the batches that it was given."""

    def __init__(self, answers: dict[str, NDArray[np.float32]]) -> None:
        self.outputs = tuple(answers)
        self._answers = list(answers.values())
        self.batches: list[NDArray[np.float32]] = []

    def run(self, batch: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        self.batches.append(batch)
        return self._answers


class MeanSession:
    """An embedder network: mean of the left half, of the right half, and of each channel of the input."""

    outputs = ("embedding",)

    def __init__(self) -> None:
        self.batches: list[NDArray[np.float32]] = []

    def run(self, batch: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        self.batches.append(batch)
        half = batch.shape[3] // 2
        sides = np.stack([batch[..., :half].mean((1, 2, 3)), batch[..., half:].mean((1, 2, 3))], 1)
        return [np.concatenate([sides, batch.mean((2, 3))], 1)[:, :, None, None]]


def analysis_of(path: bytes, faces: Sequence[Detection] = ()) -> PhotoAnalysis:
    """A small, valid analysis whose identity is the hash of the path."""
    identity = blake2b(path, digest_size=32).digest()
    assert not faces, "faces need embeddings: use an Analyzer with fakes"
    return PhotoAnalysis(
        path, identity, Size(4, 3), 1, "JPEG", None, False, False, "fake-detector", ("fake-embedder",), (), b""
    )


class MisbehavingReader:
    """Does what the file's name says: segfault, kill, exit, hang, raise, bad; ``once`` only the first time.

    A path is a file in a folder of the test; what happened before is remembered by files beside it.
    """

    def read(self, path: bytes, *, probe: bool, allow: Allow) -> PhotoAnalysis | PhotoKnown:
        name = os.path.basename(path)
        if b"once" in name and not _first_time(path):
            return analysis_of(path)
        self._misbehave(path, name)
        if b"known" in name and not probe:
            return PhotoKnown(path, analysis_of(path).identity)
        return analysis_of(path)

    def _misbehave(self, path: bytes, name: bytes) -> None:
        if b"segfault" in name:
            ctypes.string_at(0)
        if b"kill" in name:
            os.kill(os.getpid(), signal.SIGKILL)
        if b"exit" in name:
            os._exit(7)
        if b"hang" in name:
            time.sleep(600)
        if b"raise" in name:
            raise ValueError("something nobody thought of")
        if b"memory" in name:
            raise MemoryError
        if b"noisy" in name:
            os.write(2, b"a decoder complains\n")
            print("a traceback", file=sys.stderr)
        if b"bad" in name:
            raise PhotoUnreadable(path, "it is bad", "not_a_photo")


def _first_time(path: bytes) -> bool:
    try:
        os.close(os.open(path + b".seen", os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return False
    return True


def misbehaving_reader(spec: AnalyzerSpec) -> MisbehavingReader:
    return MisbehavingReader()


def reader_without_models(spec: AnalyzerSpec) -> MisbehavingReader:
    raise ModelsMissing("The model A is not installed. Type: photoface models install")


def reader_with_a_mistake(spec: AnalyzerSpec) -> MisbehavingReader:
    raise KeyError("a mistake of ours")


def reader_that_dies_at_start(spec: AnalyzerSpec) -> MisbehavingReader:
    with Path(spec.models, "starts").open("a") as starts:
        starts.write("x")
    os.kill(os.getpid(), signal.SIGSEGV)
    raise AssertionError
