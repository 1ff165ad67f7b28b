"""Made-up libraries that are as hard as real ones: many people seen once, a few seen hundreds of times, siblings,
people with several looks, poor faces that resemble each other, and junk that is nobody."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoface.domain.similarity import unit

# The figures of performance.md, section 3, with which its tables were made.
_TAIL = 1.9  # exponent of Zipf's law of faces per person
_LARGEST = 0.0475  # share of all faces that the most photographed person has
_SIBLINGS, _SIBLING_COSINE = 0.25, 0.35
_SAME_COSINE = 0.60  # of a face with its person's centre, squared: the mean cosine of two of its faces
_MODE_COSINE = 0.89
_POOR, _JUNK = 0.07, 0.05


@dataclass(frozen=True, slots=True, eq=False)
class Library:
    """vectors float32 [n, d]; people int64 [n], each junk face a person of its own; poor bool [n]."""

    vectors: NDArray[np.float32]
    people: NDArray[np.int64]
    poor: NDArray[np.bool_]


def library(n: int, d: int = 128, seed: int = 0) -> Library:
    """``n`` faces in random order, the same for the same seed."""
    rng = np.random.default_rng(seed)
    junk = round(n * _JUNK)
    people = _sizes(n - junk, rng)
    modes = _modes(_centres(int(people.max()) + 1, d, rng), people, rng)
    blur = _units(1, d, rng)[0]
    vectors = _around(modes, _SAME_COSINE**0.5, rng)
    poor = rng.random(len(people)) < _POOR
    vectors[poor] = unit(vectors[poor] + 0.6 * blur)
    nobody = _units(junk, d, rng)
    nobody[: junk // 2] = unit(nobody[: junk // 2] + 0.6 * blur)
    return _shuffled(np.concatenate([vectors, nobody]), people, poor, rng)


def _sizes(faces: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Who each of the faces is."""
    largest = max(2, round(faces * _LARGEST))
    counts = np.minimum(rng.zipf(_TAIL, size=faces), largest)
    people = np.repeat(np.arange(faces), counts)[:faces]
    return people.astype(np.int64)


def _centres(people: int, d: int, rng: np.random.Generator) -> NDArray[np.float32]:
    centres = _units(people, d, rng)
    siblings = 2 * rng.permutation(people // 2)[: round(people * _SIBLINGS / 2)]
    centres[siblings + 1] = _around(centres[siblings], _SIBLING_COSINE, rng)
    return centres


def _modes(centres: NDArray[np.float32], people: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.float32]:
    """The look of each face: people with more than 10 faces have up to 4."""
    looks = np.where(np.bincount(people) > 10, rng.integers(1, 5, size=len(centres)), 1)
    first = np.cumsum(looks) - looks
    all_looks = np.repeat(centres, looks, axis=0)
    several = np.repeat(looks > 1, looks)
    all_looks[several] = _around(all_looks[several], _MODE_COSINE, rng)
    return all_looks[first[people] + rng.integers(0, looks[people])]


def _around(centres: NDArray[np.float32], cosine: float, rng: np.random.Generator) -> NDArray[np.float32]:
    """One vector for each centre, on average at this cosine from it."""
    noise = _units(*centres.shape, rng)
    return unit(cosine * centres + (1 - cosine**2) ** 0.5 * noise)


def _units(n: int, d: int, rng: np.random.Generator) -> NDArray[np.float32]:
    return unit(rng.standard_normal((n, d), dtype=np.float32))


def _shuffled(
    vectors: NDArray[np.float32], people: NDArray[np.int64], poor: NDArray[np.bool_], rng: np.random.Generator
) -> Library:
    junk = len(vectors) - len(people)
    who = np.concatenate([people, people.max() + 1 + np.arange(junk)])
    order = rng.permutation(len(vectors))
    return Library(vectors[order], who[order], np.concatenate([poor, np.ones(junk, bool)])[order])
