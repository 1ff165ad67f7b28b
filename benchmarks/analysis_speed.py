"""What analysing a photo costs beyond decoding it and running the networks.

    python benchmarks/analysis_speed.py PHOTOS... --models FOLDER [--pack standard] [--limit 40] [--json FILE]

Both sides run in one process on the same files, in turn: the whole analysis (identity, header, decode, detection,
chips, embedding, quality, previews), and the bare minimum (one scaled decode at the same scale and the same runs of
the networks). CPU time, because the machine may be busy; target: at most 1.15 times. Then threads, in wall time.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import PhotoAnalysis
from photoface.metadata.dates import taken
from photoface.metadata.pixel_stream import identity
from photoface.vision.building import build_detector
from photoface.vision.catalog import load_catalog
from photoface.vision.decoding import open_photo
from photoface.vision.embedders import FlipAveraged
from photoface.vision.formats import open_image
from photoface.vision.model_store import ModelStore
from photoface.vision.pipeline import LONG_SIDE, Analyzer
from photoface.vision.sessions import Session, open_session

ENDINGS = (".jpg", ".jpeg", ".png", ".heic", ".webp")


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds per photo, and wall seconds of the whole run with one and with several threads."""

    photos: int
    faces: int
    second_decodes: int
    analysis: float
    minimum: float
    ratio: float
    one_thread: float
    several_threads: float
    speed_up: float


class Recorder:
    """A session that remembers what it was run on; the networks' speed depends on the numbers in them."""

    def __init__(self, session: Session) -> None:
        self.outputs = session.outputs
        self.session = session
        self.batches: list[NDArray[np.float32]] = []

    def run(self, batch: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        self.batches.append(batch)
        return self.session.run(batch)


class Bench:
    """An analyzer whose runs of the networks can be repeated without anything around them."""

    def __init__(self, pack: str, store: ModelStore) -> None:
        detector, *embedders = store.catalog.models_of(pack)
        self._recorders = [Recorder(open_session(store.onnx_bytes(one.name))) for one in (detector, *embedders)]
        first, *others = self._recorders
        self.analyzer = Analyzer(
            build_detector(detector, first),
            [FlipAveraged(model, session) for model, session in zip(embedders, others, strict=True)],
        )

    def forget(self) -> None:
        for recorder in self._recorders:
            recorder.batches.clear()

    def minimum(self, data: bytes) -> Callable[[], None]:
        """Decode once and run the networks on what they were run on since ``forget``."""
        runs = [(recorder.session, tuple(recorder.batches)) for recorder in self._recorders]

        def work() -> None:
            scaled(data)
            for session, batches in runs:
                for batch in batches:
                    session.run(batch)

        return work


def scaled(data: bytes) -> None:
    """What decoding to the detector's size costs at least."""
    image = open_image(data)
    factor = LONG_SIDE / max(image.size)
    wanted = round(image.width * min(factor, 1)), round(image.height * min(factor, 1))
    image.draft("RGB", wanted)
    np.asarray(image.convert("RGB").resize(wanted, Image.Resampling.BILINEAR, reducing_gap=2.0))


def analyze(analyzer: Analyzer, path: Path) -> PhotoAnalysis:
    data = path.read_bytes()
    photo = open_photo(str(path).encode(), data)
    return analyzer.analyze(photo, identity(data), taken(photo.exif))


def readable(paths: Sequence[Path], limit: int) -> Iterator[Path]:
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    chosen = [file for file in files if file.suffix.lower() in ENDINGS]
    for file in chosen[:limit]:
        try:
            open_photo(b"", file.read_bytes())
        except PhotoUnreadable:
            continue
        yield file


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def wall(analyzer: Analyzer, files: Sequence[Path], threads: int) -> float:
    start = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(lambda file: analyze(analyzer, file), files))
    return time.perf_counter() - start


def measure(files: Sequence[Path], bench: Bench, threads: int, rounds: int = 5) -> Cost:
    """The least of five rounds on both sides; the first analysis of each photo is not counted (memory, caches)."""
    whole, bare, results = [], [], []
    for file in files:
        bench.forget()
        results.append(analyze(bench.analyzer, file))
        least = bench.minimum(file.read_bytes())
        pairs = [(cpu(partial(analyze, bench.analyzer, file)), cpu(least)) for _ in range(rounds)]
        whole.append(min(one for one, _ in pairs))
        bare.append(min(other for _, other in pairs))
    alone, together = wall(bench.analyzer, files, 1), wall(bench.analyzer, files, threads)
    return Cost(
        photos=len(files),
        faces=sum(len(result.faces) for result in results),
        second_decodes=sum(result.second_decode for result in results),
        analysis=sum(whole) / len(files),
        minimum=sum(bare) / len(files),
        ratio=sum(whole) / sum(bare),
        one_thread=alone,
        several_threads=together,
        speed_up=alone / together,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=Path, nargs="+")
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--pack", default="standard")
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    store = ModelStore(options.models, load_catalog())
    files = list(readable(options.photos, options.limit))
    cost = measure(files, Bench(options.pack, store), options.threads)
    for name, value in asdict(cost).items():
        print(f"{name:16s} {value:.4g}")
    if options.json:
        options.json.write_text(json.dumps(asdict(cost), indent=1))


if __name__ == "__main__":
    main()
