"""A library's own rates: estimated, kept, used by search, and estimated anew when it has changed."""

from __future__ import annotations

import pytest

from photoface.domain.calibration import LibraryRates, RateRow
from photoface.domain.errors import ModelRefused
from photoface.services.calibration import calibrating
from photoface.services.calibration.calibrating import calibrated, last_calibration, refresh
from photoface.services.calibration.pair_rates import pair_rates
from photoface.services.calibration.wrong_mates import wrong_mates
from photoface.services.deciding.naming import name_group
from photoface.store.database import LibraryDatabase
from tests.world import World


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibrating, "in_child", lambda function, *args: function(*args))
    monkeypatch.setattr(calibrating, "_FEWEST", 10)


def test_until_it_is_estimated_the_models_rates_count(family: World) -> None:
    assert last_calibration(family.library) is None
    assert pair_rates(family.library) is family.library.embedding().points
    made = calibrated(family.library)
    assert pair_rates(family.library) == made.rates
    assert last_calibration(family.library) == made


def test_a_family_of_three_knows_nothing_for_certain(family: World) -> None:
    made = calibrated(family.library)
    assert made.faces == 14
    assert not made.rates.known()
    mates = wrong_mates(family.library, made)
    assert mates is not None
    assert mates.low <= mates.share <= mates.high
    assert not mates.known


def test_it_is_estimated_anew_only_where_much_has_changed(family: World) -> None:
    refresh(family.library)
    first = last_calibration(family.library)
    assert first is not None
    refresh(family.library)
    family.add("one.jpg", "A")
    family.index()
    refresh(family.library)
    assert last_calibration(family.library) == first
    for number in range(3):
        family.add(f"more{number}.jpg", "B")
    family.index()
    refresh(family.library)
    assert last_calibration(family.library).faces == 18


def test_who_only_reads_gets_an_estimate_that_is_not_kept(family: World) -> None:
    with LibraryDatabase.create_or_open(family.library.folder, write=False) as db:
        reader = type(family.library)(db, family.library.catalog)
        assert calibrated(reader).faces == 14
        assert last_calibration(reader) is None


def test_it_leaves_no_trace_in_the_history_and_is_no_decision(family: World) -> None:
    name_group(family.library, family.group_of("a0.jpg"), "Anna")
    before = family.library.journal.history()
    calibrated(family.library)
    assert family.library.journal.history() == before


def test_a_model_that_nobody_measured_is_refused(family: World, monkeypatch: pytest.MonkeyPatch) -> None:
    unmeasured = type(family.library.embedding())("x", "centerface", (("retail-0095", 1.0),), None)
    monkeypatch.setattr(type(family.library), "embedding", lambda self: unmeasured)
    refresh(family.library)
    assert pair_rates(family.library) is None
    with pytest.raises(ModelRefused):
        calibrated(family.library)


def test_known_is_what_is_certain_to_a_factor_of_two() -> None:
    def rates(low: float, high: float) -> LibraryRates:
        rows = ((0.8, 1e-4), (1.0, 1e-3), (1.2, 1e-2))
        return LibraryRates(tuple(RateRow(angle, rate, rate * low, rate * high) for angle, rate in rows))

    assert rates(0.6, 1.9).known()
    assert not rates(0.4, 1.9).known()
    assert not rates(0.6, 2.1).known()
    assert rates(1, 1).angle_at(1e-3) == pytest.approx(1.0)
    assert rates(1, 1).false_match_rate(0.9) == pytest.approx(10**-3.5)
