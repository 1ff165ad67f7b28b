"""The real work of the child: bytes, identity, and an analysis unless the photo is known."""

from __future__ import annotations

from dataclasses import replace

from photoface.domain.faces import BoxAnalysis, PhotoAnalysis, PhotoKnown
from photoface.domain.geometry import Box
from photoface.metadata.bits import BROKEN
from photoface.metadata.films import film_bytes
from photoface.metadata.item_turns import item_turn
from photoface.metadata.picture_parts import ends_early
from photoface.metadata.pixel_stream import former_identities, identity
from photoface.vision.building import build_analyzer
from photoface.vision.catalog import load_catalog
from photoface.vision.headers import open_photo
from photoface.vision.model_store import ModelStore
from photoface.vision.pipeline import Analyzer
from photoface.worker.dating import taken_of
from photoface.worker.drawing import refuse_endless_drawing
from photoface.worker.files import read_file
from photoface.worker.live_films import live_film_bytes
from photoface.worker.protocol import Allow, AnalyzerSpec, PhotoReader
from photoface.worker.turns import Turns

SECONDS, SECONDS_PER_MEGAPIXEL = 10.0, 0.25
"""What the work on a photo may take once its bytes are there: fifty times what it does take, five times for the
slowest (200 million pixels of HEIC: 10 s)."""

WAITING_SECONDS = 3600.0
"""Until it is a large photo's turn: no fault of its own."""


class FileReader:
    """Reads each file once; a known photo in a known orientation is not even decoded."""

    def __init__(self, analyzer: Analyzer, known: frozenset[bytes]) -> None:
        self._analyzer = analyzer
        self._known = known
        self._turns = Turns()

    def read(self, path: bytes, *, probe: bool, allow: Allow = lambda _: None) -> PhotoAnalysis | PhotoKnown:
        """See protocol.PhotoReader."""
        data = read_file(path)
        allow(SECONDS)
        photo, hashed = open_photo(path, data), identity(data)
        former, taken = self._former(hashed, data), taken_of(photo, data)
        film = film_bytes(data) or live_film_bytes(photo)
        turn = item_turn(data) if photo.format == "HEIF" else photo.orientation  # the decoder turns HEIC by itself
        if not probe and any(each + bytes([turn]) in self._known for each in (hashed, *former)):
            return PhotoKnown(path, hashed, former, taken, film)
        refuse_endless_drawing(photo)
        allow(WAITING_SECONDS)
        with self._turns.turn(photo.decoding_bytes):
            allow(SECONDS + SECONDS_PER_MEGAPIXEL * photo.pixels / 1e6)
            seen = self._analyzer.analyze(photo, hashed, taken)
            damaged = seen.damaged or _ends_early(data)
            return replace(seen, orientation=turn, former=former, film=film, damaged=damaged)

    def _former(self, hashed: bytes, data: bytes) -> tuple[bytes, ...]:
        """Only looked for where the library might know the photo by them."""
        if any(hashed + bytes([turn]) in self._known for turn in range(1, 9)):
            return ()
        return former_identities(data)

    def read_box(self, path: bytes, box: Box, *, allow: Allow = lambda _: None) -> BoxAnalysis:
        """See protocol.BoxReader."""
        data = read_file(path)
        allow(SECONDS)
        photo = open_photo(path, data)
        refuse_endless_drawing(photo)
        allow(WAITING_SECONDS)
        with self._turns.turn(photo.decoding_bytes):
            allow(SECONDS + SECONDS_PER_MEGAPIXEL * photo.pixels / 1e6)
            return self._analyzer.analyze_box(photo, box)


def _ends_early(data: bytes) -> bool:
    """HEIC and AVIF are decoded without complaint when their last bytes are missing."""
    try:
        return data[4:8] == b"ftyp" and ends_early(data)
    except BROKEN:
        return True


def file_reader(spec: AnalyzerSpec) -> PhotoReader:
    """The factory of the real reader. Raises ModelsMissing or ModelRefused."""
    store = ModelStore(spec.models, load_catalog())
    return FileReader(build_analyzer(spec.pack, store, spec.long_side), spec.known)
