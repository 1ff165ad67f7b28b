"""Paths in, glances out, by a child of its own that loads no models: it answers a third of a second after its start."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterable
from contextlib import closing
from types import TracebackType

from photoface.domain.faces import PhotoFailed
from photoface.domain.glances import Glance
from photoface.worker.child_process import ChildProcess
from photoface.worker.protocol import MakeReader, PhotoReader
from photoface.worker.stream import stream
from photoface.worker.supervisor import Supervisor

SLOW_AFTER = 20.0
"""Seconds one head may take: a drive that has to wake up takes ten."""

THREADS = 4
"""They hide the way to a network drive; from a disk of one's own one thread is as fast."""

WINDOW = 64
"""Requests that may be out."""

_log = logging.getLogger(__name__)


def glance_reader() -> PhotoReader:
    """The real reader; what it imports is imported in the child only."""
    from photoface.worker.glancing import glance_reader

    return glance_reader()


class GlanceProcess:
    """A context manager around one child; started at once, ended when the last file was looked at. One thread only."""

    def __init__(self, make: MakeReader = glance_reader, slow_after: float = SLOW_AFTER) -> None:
        self._supervisor = Supervisor(lambda: ChildProcess("glancer", THREADS, make), slow_after)
        self._supervisor.warm_up()

    def __enter__(self) -> GlanceProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._supervisor.stop()

    def glance(self, paths: Iterable[bytes], patience: float = 0.0) -> Generator[Glance | None, None, None]:
        """One glance per path, in any order, and None whenever nothing was heard for ``patience`` seconds.

        A file that ends the child or takes too long has an empty glance, like any other that cannot be used.
        Raises AnalyzerBroken when no child can work.
        """
        with closing(stream(self._supervisor, paths, WINDOW, patience)) as answers:
            for answer in answers:
                if isinstance(answer, PhotoFailed):
                    _log.debug("no glance at %r: %s%s", answer.path, answer.reason, answer.trace)
                    yield Glance(answer.path)
                else:
                    assert answer is None or isinstance(answer, Glance)
                    yield answer
        self._supervisor.stop()
