"""What an angle between two faces is worth in this library: the one place that compare, search and questions ask."""

from __future__ import annotations

from photoface.domain.similarity import PairRates
from photoface.services.library import Library
from photoface.store import calibrations


def pair_rates(library: Library) -> PairRates | None:
    """The rates of this library where they were estimated, else its model's; None for a model that nobody measured."""
    embedding = library.embedding()
    if embedding.points is None:
        return None
    made = calibrations.load(library.db, embedding.key)
    return embedding.points if made is None else made.rates


def rate_of(rates: PairRates | None, angle: float) -> float | None:
    """The false-match rate of an angle in radians; None where nobody knows it."""
    return None if rates is None else rates.false_match_rate(angle)
