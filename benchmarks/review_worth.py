"""How long the next question takes in a large library.

    python benchmarks/review_worth.py LIBRARY

LIBRARY: one of benchmarks/made_library.py, which is changed: some questions are answered. CPU and wall time of the
first question (all embeddings are read), of the next ones, and of what follows from an answer.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from photoface.services.library import Library
from photoface.services.review import answers
from photoface.services.review.question import Kind
from photoface.services.review.questions import forecast, review
from photoface.services.suggestions.board import board_of
from photoface.services.suggestions.suggesting import follow
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog

T = TypeVar("T")
ANSWERS = 5


def timed(what: str, call: Callable[[], T]) -> T:
    wall, cpu = time.perf_counter(), time.process_time()
    found = call()
    print(f"{what:<42} {1000 * (time.perf_counter() - wall):7.0f} ms, CPU {1000 * (time.process_time() - cpu):7.0f} ms")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path, metavar="LIBRARY")
    with LibraryDatabase.create_or_open(parser.parse_args().library, write=True) as db:
        library = Library(db, load_catalog())
        board = timed("the first board", lambda: board_of(library))
        people, groups = len(board.people), len(board.loose.numbers)
        print(f"{len(board.standing.seen.ids):,} faces, {people:,} people, {groups:,} groups without a name")
        found = timed("the first 200 questions", lambda: review(library))
        print(f"the next 20 answers settle about {forecast(found):,} faces")
        for number in range(ANSWERS):
            question = next(one for one in found if one.kind is Kind.NAME)
            timed("an answer, with what follows", lambda: answers.somebody_else(library, question, f"New {number}"))  # noqa: B023
            timed("  of that: what follows", lambda: follow(library))
            found = timed("the next questions", lambda: review(library))


if __name__ == "__main__":
    main()
