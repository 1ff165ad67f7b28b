"""Lists of pairs as Labeled Faces in the Wild has them (Huang et al. 2007, "pairs.txt").

A line is ``NAME i j`` (two photos of one person) or ``NAME i NAME j`` (of two), between tabs or blanks; photo i of NAME
is NAME/NAME_000i.jpg. A first line may tell the number of folds and of pairs of each kind per fold, or only the latter.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from photoface.domain.errors import BadRequest, NotFound

Shot = tuple[str, int]
"""The name of a person's folder, and the number of the photo in it."""


@dataclass(frozen=True, slots=True)
class ListedPair:
    """Two photos, of one person or of two."""

    a: Shot
    b: Shot
    same: bool


@dataclass(frozen=True, slots=True)
class PairList:
    """Pairs in the order of the file; folds: the number its first line tells, or None."""

    pairs: tuple[ListedPair, ...]
    folds: int | None

    def numbered(self, folds: int) -> list[int]:
        """The fold of each pair: those of one person, and those of two, are dealt out evenly in their order.

        This gives LFW's official folds for its own files, also where the kinds stand in two blocks.
        """
        totals = {kind: sum(pair.same == kind for pair in self.pairs) for kind in (True, False)}
        seen, found = {True: 0, False: 0}, []
        for pair in self.pairs:
            found.append(seen[pair.same] * folds // totals[pair.same])
            seen[pair.same] += 1
        return found


def read_pairs(path: Path) -> PairList:
    """The pairs of a file. Raises NotFound; BadRequest with the number of the line that is none."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {path}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequest(f"{path} cannot be read as a list of pairs ({error}).") from error
    header = _header(lines[0]) if lines else None
    rows = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and (number > 1 or header is None)]
    pairs = tuple(_pair(line, number, path) for number, line in rows)
    if not pairs:
        raise BadRequest(f"{path} has no pairs.")
    return PairList(pairs, header[0] if header and len(header) == 2 else None)


def _header(line: str) -> list[int] | None:
    words = line.split()
    return [int(word) for word in words] if 1 <= len(words) <= 2 and _numbers(*words) else None


def _pair(line: str, number: int, path: Path) -> ListedPair:
    words = [word.strip() for word in line.split("\t")] if "\t" in line.strip() else line.split()
    match words:
        case [name, i, j] if _numbers(i, j):
            return ListedPair((name, int(i)), (name, int(j)), same=True)
        case [name, i, other, j] if _numbers(i, j):
            return ListedPair((name, int(i)), (other, int(j)), same=name == other)
    raise BadRequest(f"Line {number} of {path} is no pair: NAME 1 2, or NAME 1 OTHER-NAME 1.")


def _numbers(*words: str) -> bool:
    return all(word.isascii() and word.isdecimal() and len(word) < 9 for word in words)
