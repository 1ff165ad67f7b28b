"""Photos in, analyses out, by a child process that may die without anything being lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from types import TracebackType

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import PhotoAnalysis, PhotoFailed
from photoface.worker.child_process import ChildProcess
from photoface.worker.protocol import AnalyzerSpec, PhotoReader, ReaderFactory, Result
from photoface.worker.supervisor import Supervisor

SLOW_AFTER = 120.0
"""Seconds one photo may take; the largest that is let in takes about ten."""

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
        self._supervisor = Supervisor(lambda: ChildProcess(spec, factory), slow_after)
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
        source, tickets = iter(paths), set[int]()
        try:
            while True:
                tickets.update(self._supervisor.submit(path) for path in islice(source, window - len(tickets)))
                if not tickets:
                    return
                ticket, result = self._supervisor.next_of(tickets)
                tickets.discard(ticket)
                yield result
        finally:
            if tickets:
                self._supervisor.stop()

    def probe(self, path: bytes) -> PhotoAnalysis:
        """The analysis of a picture to search with, known or not. Raises PhotoUnreadable."""
        ticket = self._supervisor.submit(path, probe=True)
        _, result = self._supervisor.next_of({ticket})
        if isinstance(result, PhotoFailed):
            raise PhotoUnreadable(path, result.reason, result.kind)
        assert isinstance(result, PhotoAnalysis)
        return result

    def close(self) -> None:
        """End the child; it may be called again."""
        self._supervisor.stop()
