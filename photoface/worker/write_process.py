"""Orders in, files written, by a child of its own: nobody else parses what stands in a user's sidecars and photos."""

from __future__ import annotations

from functools import partial
from types import TracebackType

from photoface.domain.errors import PhotoUnreadable
from photoface.domain.faces import PhotoFailed
from photoface.domain.writing import Commit, Compose, Composed, Written
from photoface.worker.child_process import ChildProcess
from photoface.worker.exiftool import LEAST, exiftool_version, find_exiftool
from photoface.worker.protocol import Answer, MakeReader, Writer
from photoface.worker.supervisor import Supervisor

SLOW_AFTER = 120.0


def name_writer(exiftool: str | None) -> Writer:
    """The real writer; what it imports is imported in the child only."""
    from photoface.worker.name_writing import name_writer

    return name_writer(exiftool)


def usable_exiftool() -> str | None:
    """Where exiftool is, if it is new enough."""
    program = find_exiftool()
    return program if program is not None and exiftool_version(program) >= LEAST else None


class WriteProcess:
    """A context manager around one child; started with the first order. One thread only."""

    def __init__(self, *, into_files: bool = False, make: MakeReader | None = None) -> None:
        self.exiftool = usable_exiftool() if into_files else None
        factory = make or partial(name_writer, self.exiftool)
        self._supervisor = Supervisor(lambda: ChildProcess("name writer", 1, factory), SLOW_AFTER)

    def __enter__(self) -> WriteProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._supervisor.stop()

    def compose(self, path: bytes, order: Compose) -> Composed:
        """What the file would be. Raises PhotoUnreadable with the reason why not; AnalyzerBroken."""
        answer = self._answer(path, order)
        assert isinstance(answer, Composed)
        return answer

    def commit(self, path: bytes, order: Commit) -> Written:
        """Writes. Raises PhotoUnreadable; then the file is as it was."""
        answer = self._answer(path, order)
        assert isinstance(answer, Written)
        return answer

    def _answer(self, path: bytes, order: Compose | Commit) -> Answer:
        ticket = self._supervisor.submit(path, order=order)
        answer = self._supervisor.next_of([ticket])[1]
        if isinstance(answer, PhotoFailed):
            raise PhotoUnreadable(answer.path, answer.reason, answer.kind)
        return answer
