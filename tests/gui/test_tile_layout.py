"""Where tiles stand: every tile is found where it is drawn, none overlaps, keys move as one sees it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from photoface.gui.widgets.tile_layout import Metrics, Section, TileLayout

sections = st.lists(st.builds(Section, st.sampled_from(["", "A"]), st.integers(0, 40)), min_size=1, max_size=6)
layouts = st.builds(
    TileLayout,
    sections,
    st.builds(Metrics, st.integers(20, 200), st.integers(20, 240), st.integers(0, 20)),
    st.integers(60, 1600),
)


@given(layouts)
def test_each_tile_is_found_where_it_is(layout: TileLayout) -> None:
    for row in range(layout.count):
        place = layout.tile(row)
        assert layout.row_at(place.x, place.y) == row
        assert layout.row_at(place.x + place.width - 1, place.y + place.height - 1) == row


@given(layouts)
def test_tiles_stay_inside_and_follow_one_another(layout: TileLayout) -> None:
    last = (-1, -1)
    for row in range(layout.count):
        place = layout.tile(row)
        assert place.y + place.height <= layout.height
        assert layout.columns == 1 or place.x + place.width <= layout.width - layout.metrics.margin
        assert (place.y, place.x) > last
        last = (place.y, place.x)


@given(layouts, st.integers(0, 5000), st.integers(1, 900))
def test_all_rows_in_sight_are_drawn(layout: TileLayout, top: int, height: int) -> None:
    drawn = layout.rows_between(top, top + height)
    for row in range(layout.count):
        place = layout.tile(row)
        if place.y < top + height and place.y + place.height > top:
            assert row in drawn


@given(layouts, st.integers(0, 200))
def test_down_and_up_are_below_and_above(layout: TileLayout, number: int) -> None:
    if layout.count:
        row = number % layout.count
        below = layout.beside(row, 1)
        assert layout.tile(below).y > layout.tile(row).y or below == row
        assert layout.tile(below).x <= layout.tile(row).x
        above = layout.beside(row, -1)
        assert layout.tile(above).y < layout.tile(row).y or above == row


def test_a_grid_of_a_million_tiles_is_arithmetic() -> None:
    layout = TileLayout([Section(str(year), 10_000) for year in range(100)], Metrics(120, 120), 1280)
    assert layout.tile(999_999).y + layout.tile(0).height < layout.height
    assert layout.row_at(layout.tile(500_000).x, layout.tile(500_000).y) == 500_000
