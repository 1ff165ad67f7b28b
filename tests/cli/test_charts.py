"""Plots, looked at through matplotlib's own eyes."""

import pytest

from photoface.cli import charts
from photoface.services.evaluation.charts import Chart, Series


@pytest.fixture
def axes():
    """Draws a chart and gives its axes."""
    from matplotlib.figure import Figure

    def drawn(*lines, log_x=False):
        shown = Figure().subplots()
        charts._draw(shown, Chart("title", "x", "y", lines, log_x))
        return shown

    return drawn


def test_error_bars_are_not_cut_off(axes):
    low, high = axes(Series("a", (0.001, 0.1), (0.4, 0.95), (0.2, 0.01)), log_x=True).get_ylim()
    assert low < 0.2
    assert high >= 0.96


def test_labels_do_not_run_into_each_other(axes):
    shown = axes(Series("a", (10, 30, 100, 300, 1000, 1214), (1, 1, 1, 1, 0.9, 0.9)), log_x=True)
    assert [label.get_text() for label in shown.get_xticklabels()] == ["10", "30", "100", "300", "1,000"]


def test_a_curve_of_nothing_can_be_drawn(axes):
    assert axes(Series("a", (), ()), log_x=True).get_title() == "title"
