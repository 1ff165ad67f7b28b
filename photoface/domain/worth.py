"""What makes a face worth a name: numbers about people and photos, not about a model."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorthScale:
    """poor: what a face under the quality gate counts, one that hardly anybody could name; background: a face counts
    its area as a part of the largest in its photo, to this power: people in the background mostly are strangers.

    strangers: a group of n faces near nobody is somebody worth a name with a chance of n / (n + this), before anybody
    answered; answers: how many answers about groups of one size that is worth.
    front: a group whose faces count less than this on average is in the background: that it was ignored tells nothing
    about others.
    """

    poor: float
    background: float
    strangers: float
    answers: float
    front: float
