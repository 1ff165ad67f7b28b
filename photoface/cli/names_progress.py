"""A counter on standard error while many files are read or written; nothing where that is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Show = Callable[[int, int], None]


@contextmanager
def counting(what: str, quiet: bool) -> Iterator[Show]:
    """``show(done, total)`` inside."""
    if quiet or not sys.stderr.isatty():
        yield lambda _done, _total: None
        return

    def show(done: int, total: int) -> None:
        print(f"\r{what}: {done:,} of {total:,}", end="", file=sys.stderr, flush=True)

    try:
        yield show
    finally:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
