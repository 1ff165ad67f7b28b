"""The rate and the time left, on a clock that the test turns."""

from photoface.services.photos.rate import Rate, duration


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def test_no_forecast_before_it_is_worth_something():
    clock = Clock()
    rate = Rate(clock)
    clock.now += 1
    assert rate.text(40, 1000) == "40 photos/s"
    clock.now += 9
    assert rate.text(400, 1000) == "40 photos/s, about 15 s left"


def test_only_the_last_seconds_count():
    clock = Clock()
    rate = Rate(clock)
    for second in range(100):
        clock.now += 1
        text = rate.text(second if second < 50 else 50 + (second - 50) * 20, 10_000)
    assert text.startswith("20 photos/s")


def test_slow_rates_keep_a_decimal():
    clock = Clock()
    rate = Rate(clock)
    clock.now += 10
    assert rate.text(15, 100).startswith("1.5 photos/s")


def test_nothing_is_left_at_the_end():
    clock = Clock()
    rate = Rate(clock)
    clock.now += 10
    assert rate.text(100, 100) == "10 photos/s"


def test_durations_in_words():
    assert [duration(seconds) for seconds in (40, 480, 9000)] == ["40 s", "8 min", "2.5 h"]
