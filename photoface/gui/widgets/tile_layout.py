"""Where tiles stand: a grid of equal tiles under section headers. Arithmetic only, so a million tiles cost nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Section:
    """A run of rows under one header; an empty title has no header. note: a quiet second text beside it."""

    title: str
    count: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels. tile_width, tile_height: of a tile, at least; gap: between tiles; header: its height.

    margin: at the sides and the end; above the first line only ``above`` of it, for a page has a header of its own.
    """

    tile_width: int
    tile_height: int
    gap: int = 12
    header: int = 44
    margin: int = 24
    above: int = 4


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle in pixels of the whole content."""

    x: int
    y: int
    width: int
    height: int


class TileLayout:
    """Rows 0..n-1 in reading order, section after section. Everything in pixels of the content, not of the viewport."""

    def __init__(self, sections: Sequence[Section], metrics: Metrics, width: int) -> None:
        self.sections = tuple(sections)
        self.metrics = metrics
        self.width = width
        step = metrics.tile_width + metrics.gap
        inner = width - 2 * metrics.margin
        self.columns = max(1, (inner + metrics.gap) // step)
        # Tiles grow by what is left over, so that the grid ends where the header does; their texts keep their height.
        left_over = max(0, inner + metrics.gap - self.columns * step)
        grown = min(left_over // self.columns, metrics.tile_width // 3)
        self.tile_width, self.tile_height = metrics.tile_width + grown, metrics.tile_height + grown
        self._firsts = [0, *accumulate(section.count for section in self.sections)]
        self._tops = [*accumulate(self._heights(), initial=metrics.above)]

    @property
    def count(self) -> int:
        return self._firsts[-1]

    @property
    def height(self) -> int:
        """Of the whole content, with the margin below."""
        return self._tops[-1] + self.metrics.margin

    def tile(self, row: int) -> Place:
        """Where the tile of a row is."""
        section = self.section_of(row)
        line, column = divmod(row - self._firsts[section], self.columns)
        x = self.metrics.margin + column * (self.tile_width + self.metrics.gap)
        y = self._tiles_top(section) + line * (self.tile_height + self.metrics.gap)
        return Place(x, y, self.tile_width, self.tile_height)

    def header(self, section: int) -> Place:
        """Where the header of a section is; of height 0 without a title."""
        height = self._header_height(section)
        return Place(self.metrics.margin, self._tops[section], self.width - 2 * self.metrics.margin, height)

    def section_of(self, row: int) -> int:
        """The section that a row is in."""
        return bisect_right(self._firsts, row) - 1

    def row_at(self, x: int, y: int) -> int | None:
        """The row whose tile covers a point, or None."""
        nearest = self.nearest(x, y)
        if nearest is None:
            return None
        place = self.tile(nearest)
        inside = place.x <= x < place.x + place.width and place.y <= y < place.y + place.height
        return nearest if inside else None

    def nearest(self, x: int, y: int) -> int | None:
        """The row at or next to a point, the last one beyond the end; None only where there are no tiles."""
        if not self.count:
            return None
        section = min(max(bisect_right(self._tops, y) - 1, 0), len(self.sections) - 1)
        while not self.sections[section].count:
            section = section + 1 if section + 1 < len(self.sections) else self.section_of(self.count - 1)
        return self._nearest_in(section, x, y)

    def rows_between(self, top: int, bottom: int) -> range:
        """The rows whose tiles reach into top <= y < bottom, and maybe a line more."""
        first, last = self.nearest(0, top), self.nearest(self.width, bottom)
        return range(first, last + 1) if first is not None and last is not None else range(0)

    def headers_between(self, top: int, bottom: int) -> range:
        """The sections that reach into top <= y < bottom."""
        first = max(bisect_right(self._tops, top) - 1, 0)
        return range(first, min(bisect_right(self._tops, bottom), len(self.sections)))

    def beside(self, row: int, lines: int) -> int:
        """The row ``lines`` below (above, if negative), across headers, in the same column as far as there is one."""
        x = self.tile(row).x
        for _ in range(abs(lines)):
            row = self._next_line(row, 1 if lines > 0 else -1, x)
        return row

    def _next_line(self, row: int, direction: int, x: int) -> int:
        section = self.section_of(row)
        line = (row - self._firsts[section]) // self.columns + direction
        lines = self._lines(section)
        while not 0 <= line < lines:
            section += direction
            if not 0 <= section < len(self.sections):
                return row
            lines = self._lines(section)
            line = 0 if direction > 0 else lines - 1
        return self._row_in_line(section, line, x)

    def _row_in_line(self, section: int, line: int, x: int) -> int:
        column = (x - self.metrics.margin) // (self.tile_width + self.metrics.gap)
        column = min(max(column, 0), self.columns - 1)
        last = self._firsts[section + 1] - 1
        return min(self._firsts[section] + line * self.columns + column, last)

    def _nearest_in(self, section: int, x: int, y: int) -> int:
        line = (y - self._tiles_top(section)) // (self.tile_height + self.metrics.gap)
        return self._row_in_line(section, min(max(line, 0), self._lines(section) - 1), x)

    def _heights(self) -> list[int]:
        step = self.tile_height + self.metrics.gap
        return [self._header_height(at) + self._lines(at) * step for at in range(len(self.sections))]

    def _header_height(self, section: int) -> int:
        return self.metrics.header if self.sections[section].title else 0

    def _tiles_top(self, section: int) -> int:
        return self._tops[section] + self._header_height(section)

    def _lines(self, section: int) -> int:
        return -(-self.sections[section].count // self.columns)
