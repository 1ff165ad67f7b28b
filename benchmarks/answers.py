"""How soon a large library answers: commands as whole processes, lists in parts, search; CPU and wall milliseconds.

    python benchmarks/made_library.py FOLDER --faces 100000
    python benchmarks/answers.py FOLDER

The limits are those of issue 3 for 100,000 faces, and 30 ms for what a window shows at once; "-": there is none.
Best of some rounds; on an idle machine wall is CPU, or less where two threads multiply matrices.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import answer_questions as questions
from photoface.app import open_library

COMMAND_LIMIT, HELP_LIMIT = 500, 150


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, CPU and wall milliseconds, and the limit if there is one."""

    asked: str
    cpu: float
    wall: float
    limit: float | None = None

    def __str__(self) -> str:
        late = self.limit is not None and self.cpu > self.limit
        return f"{self.asked:58} {self.cpu:8.1f} {self.wall:8.1f} {self.limit or '-':>8}{'  MISSED' if late else ''}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    print(f"{'':58} {'CPU ms':>8} {'wall ms':>8} {'limit':>8}")
    for answer in (*commands(options.folder, options.rounds), *services(options.folder, options.rounds)):
        print(answer, flush=True)


def commands(folder: Path, rounds: int) -> Iterator[Answer]:
    """Whole processes, from the start of the interpreter to its end."""
    with open_library(folder, write=False) as library:
        name = questions.largest(library).name
    asked = [["--help"], ["status"], ["people"], ["people", "--json"], ["photos", "--limit", "100"]]
    asked += [["faces", "--limit", "100"], ["faces", "--person", name], ["photos", "--person", name], ["find", name]]
    for words in asked:
        limit = HELP_LIMIT if words == ["--help"] else None if words[0] == "find" else COMMAND_LIMIT
        yield Answer("photoface " + " ".join(words), *best(partial(_run, folder, words), rounds), limit)


def services(folder: Path, rounds: int) -> Iterator[Answer]:
    """Calls within one process that has the library open."""
    with open_library(folder, write=False) as library:
        yield from _measured(questions.loading(library), 1)
        yield from _measured(questions.searches(library), rounds)
        yield from _measured(questions.pages(library), rounds)
        yield from _measured(questions.faces(library), rounds)
        yield from _measured(questions.whole_lists(library), max(1, rounds // 2))


def best(ask: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The least CPU and the least wall milliseconds, those of child processes included."""
    found = [_once(ask) for _ in range(rounds)]
    return min(cpu for cpu, _ in found), min(wall for _, wall in found)


def _measured(asked: Iterable[questions.Question], rounds: int) -> Iterator[Answer]:
    for what, limit, ask in asked:
        yield Answer(what, *best(ask, rounds), limit)


def _run(folder: Path, words: list[str]) -> None:
    command = [sys.executable, "-m", "photoface", "--library", str(folder), *words]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


def _once(ask: Callable[[], object]) -> tuple[float, float]:
    cpu, wall = _cpu(), time.perf_counter()
    ask()
    return 1000 * (_cpu() - cpu), 1000 * (time.perf_counter() - wall)


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
