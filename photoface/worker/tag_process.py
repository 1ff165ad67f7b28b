"""Paths in, names out, by a child of its own: nobody else parses what other programs wrote into a user's files."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing
from functools import partial
from types import TracebackType

from photoface.domain.faces import PhotoFailed
from photoface.domain.tags import PhotoTags
from photoface.worker.child_process import ChildProcess
from photoface.worker.protocol import MakeReader, PhotoReader, cores
from photoface.worker.stream import stream
from photoface.worker.supervisor import Supervisor

SLOW_AFTER = 60.0
"""Seconds until a photo's bytes must be there: a drive that wakes up takes ten."""

WINDOW = 32


def tag_reader(contacts_file: bytes = b"") -> PhotoReader:
    """The real reader; what it imports is imported in the child only."""
    from photoface.worker.tagging import tag_reader

    return tag_reader(contacts_file)


class TagProcess:
    """A context manager around one child; started with the first file. One thread only."""

    def __init__(self, contacts_file: bytes = b"", make: MakeReader | None = None) -> None:
        factory = make or partial(tag_reader, contacts_file)
        self._supervisor = Supervisor(lambda: ChildProcess("name reader", cores(), factory), SLOW_AFTER)

    def __enter__(self) -> TagProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._supervisor.stop()

    def read(self, paths: Iterable[bytes]) -> Generator[PhotoTags | PhotoFailed, None, None]:
        """What is told of each photo, in any order. Raises AnalyzerBroken when no child can work, PhotoUnreadable for
        contacts that cannot be read."""
        with closing(stream(self._supervisor, paths, WINDOW)) as answers:
            for answer in answers:
                assert isinstance(answer, (PhotoTags, PhotoFailed))
                yield answer
