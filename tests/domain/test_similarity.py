from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from photoface.domain.similarity import Cut, CutTable, OperatingPoints, angle_between, angles, unit

TABLE = ((0.001, 0.9), (0.01, 1.0), (0.1, 1.3))
POINTS = OperatingPoints(pairs=((1e-6, 0.5), (1e-3, 0.8), (1e-1, 1.2)), cuts={"average": CutTable(TABLE, 0.05)})


def test_unit_rows_have_length_one_and_zero_stays_zero() -> None:
    rows = unit(np.array([[3.0, 4.0], [0.0, 0.0]], np.float32))
    assert rows.dtype == np.float32
    np.testing.assert_allclose(rows, [[0.6, 0.8], [0, 0]], rtol=1e-6)


def test_angles_survive_cosines_just_above_one() -> None:
    found = angles(np.array([1.0000001, 0.0, -1.0000001], np.float32))
    np.testing.assert_allclose(found, [0.0, math.pi / 2, math.pi], atol=1e-6)


def test_angle_between_is_in_radians() -> None:
    assert angle_between(np.array([1, 0], np.float32), np.array([0, 2], np.float32) / 2) == pytest.approx(math.pi / 2)


def test_a_cut_is_what_the_table_says() -> None:
    assert POINTS.cuts["average"].at(0.01) == Cut(1.0, 0.05)


def test_between_rows_the_logarithm_of_the_share_counts() -> None:
    assert CutTable(TABLE).angle_at(math.sqrt(0.01 * 0.1)) == pytest.approx(1.15)


@pytest.mark.parametrize(("wrong", "angle"), [(1e-9, 0.9), (0.9, 1.3)])
def test_outside_the_table_its_ends_hold(wrong: float, angle: float) -> None:
    assert CutTable(TABLE).angle_at(wrong) == pytest.approx(angle)


@settings(deadline=None)
@given(st.floats(1e-6, 1e-1))
def test_rate_and_angle_are_each_others_inverse(rate: float) -> None:
    assert POINTS.false_match_rate(POINTS.angle_at(rate)) == pytest.approx(rate, rel=1e-6)


@settings(deadline=None)
@given(st.floats(0, math.pi), st.floats(0, math.pi))
def test_wider_angles_match_more_strangers(a: float, b: float) -> None:
    near, far = sorted((a, b))
    assert POINTS.false_match_rate(near) <= POINTS.false_match_rate(far)


def test_twice_the_faces_need_the_cut_of_half_the_share() -> None:
    table = CutTable(TABLE, 0.1, faces=1000)
    assert table.at(0.02, 2000) == Cut(1.0, 0.1)
    assert table.at(0.005, 500) == Cut(1.0, 0.1)
    assert table.at(0.01) == table.at(0.01, 1000) == Cut(1.0, 0.1)


def test_far_from_what_was_measured_the_number_of_faces_says_no_more() -> None:
    table = CutTable(TABLE, faces=1000)
    assert table.at(0.04, 4000) == table.at(0.04, 4_000_000)
    assert table.at(0.004, 250) == table.at(0.004, 2)


def test_a_table_that_does_not_know_its_size_is_the_same_for_all() -> None:
    assert CutTable(TABLE).at(0.01, 7) == CutTable(TABLE).at(0.01)


def test_what_a_cut_leaves_out_of_account_is_told():
    table = CutTable(TABLE, faces=1000)
    assert table.unheeded(1000) == table.unheeded(None) == table.unheeded(3000) == 1
    assert table.unheeded(125) == pytest.approx(0.5)
    assert table.unheeded(40_000) == pytest.approx(10)
