"""Photos in, analyses out, by a child process that may die without anything being lost."""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from types import TracebackType

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import BoxAnalysis, PhotoAnalysis, PhotoFailed
from photoface.domain.geometry import Box
from photoface.worker.child_process import ChildProcess
from photoface.worker.protocol import AnalyzerSpec, PhotoReader, ReaderFactory, Result
from photoface.worker.stream import stream
from photoface.worker.supervisor import Supervisor

SLOW_AFTER = 120.0
"""Seconds until a file's bytes are there and its turn has come; the work itself has less (worker.reading)."""

WINDOW = 32
"""Requests that may be out: enough to keep the threads busy while the parent stores a batch."""


def file_reader(spec: AnalyzerSpec) -> PhotoReader:
    """The real reader; what it imports is imported in the child only."""
    from photoface.worker.reading import file_reader

    return file_reader(spec)


class AnalyzerProcess:
    """A context manager around one child; it is started at once and restarted when needed. One thread only."""

    def __init__(
        self, spec: AnalyzerSpec, factory: ReaderFactory = file_reader, slow_after: float = SLOW_AFTER
    ) -> None:
        make = partial(factory, spec)
        self._supervisor = Supervisor(lambda: ChildProcess("analyzer", spec.threads, make), slow_after)
        self._supervisor.warm_up()

    def __enter__(self) -> AnalyzerProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def analyze(self, paths: Iterable[bytes], window: int = WINDOW) -> Iterator[Result]:
        """One result per path, in any order; paths are drawn as needed, at most ``window`` ahead.

        Closing the iterator early ends the child at once (a later call starts another).
        Raises ModelsMissing, ModelRefused or AnalyzerBroken when no child can work.
        """
        with closing(self.results(paths, math.inf, window)) as results:
            yield from (result for result in results if result is not None)

    def results(
        self, paths: Iterable[bytes], patience: float, window: int = WINDOW
    ) -> Generator[Result | None, None, None]:
        """The same, and None whenever nothing was heard for ``patience`` seconds: time for something else."""
        with closing(stream(self._supervisor, paths, window, patience)) as answers:
            for answer in answers:
                assert answer is None or isinstance(answer, Result)
                yield answer

    def probe(self, path: bytes) -> PhotoAnalysis:
        """The analysis of a picture to search with, known or not. Raises PhotoUnreadable."""
        ticket = self._supervisor.submit(path, probe=True)
        _, result = self._supervisor.next_of({ticket})
        if isinstance(result, PhotoFailed):
            raise PhotoUnreadable(path, result.reason, result.kind)
        assert isinstance(result, PhotoAnalysis)
        return result

    def look_into(self, path: bytes, box: Box) -> BoxAnalysis:
        """What is in a box that a human drew, in pixels of the upright photo. Raises PhotoUnreadable."""
        _, result = self._supervisor.next_of({self._supervisor.submit(path, box=box)})
        if isinstance(result, PhotoFailed):
            raise PhotoUnreadable(path, result.reason, result.kind)
        assert isinstance(result, BoxAnalysis)
        return result

    def close(self) -> None:
        """End the child; it may be called again."""
        self._supervisor.stop()
