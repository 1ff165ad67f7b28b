"""What the set-up tells: lines on standard error, so that standard output stays the program's own."""

from __future__ import annotations

import sys


class SetupProblem(Exception):
    """The world's fault: one message, with what to do next. Shown without a traceback."""


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


class Status:
    """One line that is written over where a terminal reads, and plain lines of the milestones where a file does."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._milestone = ""

    def show(self, text: str, milestone: str) -> None:
        if self._terminal:
            print(f"\r\x1b[K  {text[:100]}", end="", file=sys.stderr, flush=True)
        elif milestone and milestone != self._milestone:
            say(f"  {milestone}")
        self._milestone = milestone

    def clear(self) -> None:
        if self._terminal:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
