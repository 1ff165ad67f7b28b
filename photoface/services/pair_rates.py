"""What an angle between two faces is worth in this library: the one place that compare, search and questions ask."""

from __future__ import annotations

from photoface.domain.similarity import PairRates
from photoface.services.library import Library


def pair_rates(library: Library) -> PairRates | None:
    """The pair rates of the library's embedding; None for a model that nobody has measured."""
    return library.embedding().points


def rate_of(rates: PairRates | None, angle: float) -> float | None:
    """The false-match rate of an angle in radians; None where nobody knows it."""
    return None if rates is None else rates.false_match_rate(angle)
