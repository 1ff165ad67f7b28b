"""Paths in, pixels to look at out, by a child of its own: nobody else decodes a user's file."""

from __future__ import annotations

from types import TracebackType

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import PhotoFailed
from photoface.domain.shown import Shown
from photoface.worker.child_process import ChildProcess
from photoface.worker.protocol import MakeReader, PhotoReader
from photoface.worker.supervisor import Supervisor

SLOW_AFTER = 30.0
"""Seconds a photo may take before its child is ended: a drive that wakes up takes ten."""


def view_reader() -> PhotoReader:
    """The real reader; what it imports is imported in the child only."""
    from photoface.worker.viewing import view_reader

    return view_reader()


class ViewProcess:
    """A context manager around one child; started at once. One thread only."""

    def __init__(self, make: MakeReader = view_reader, slow_after: float = SLOW_AFTER) -> None:
        self._supervisor = Supervisor(lambda: ChildProcess("viewer", 1, make), slow_after)
        self._supervisor.warm_up()

    def __enter__(self) -> ViewProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._supervisor.stop()

    def view(self, path: bytes) -> Shown:
        """The photo in a file. Raises PhotoUnreadable; AnalyzerBroken when no child can work."""
        answer = self._supervisor.next_of([self._supervisor.submit(path)])[1]
        if isinstance(answer, PhotoFailed):
            raise PhotoUnreadable(answer.path, answer.reason, answer.kind)
        assert isinstance(answer, Shown)
        return answer
