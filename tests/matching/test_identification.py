"""Who is it? Cases on a circle: one number is a face's direction."""

import math
import os
import subprocess
import sys

import numpy as np
import pytest

from photoface.matching.classifiers import CLASSIFIERS
from photoface.matching.identification import Rank, detected_and_identified, rank_one


def at(*angles):
    """Unit rows on a circle."""
    return np.array([[math.cos(angle), math.sin(angle)] for angle in angles], np.float32).reshape(-1, 2)


def test_a_distractor_between_a_probe_and_its_person_is_an_error():
    gallery, probes, mates = at(0.0, 1.0), at(0.1, 1.2), np.array([0, 1])
    assert rank_one(probes, mates, gallery, at(1.15, 0.1), [0, 1, 2]) == [Rank(1, 1), Rank(0.5, 0.5), Rank(0, 0)]


def test_somebody_else_of_the_gallery_as_near_is_an_error():
    assert rank_one(at(0.5), np.array([0]), at(0.5, 0.5), at(), [0])[0].everybody == 0.0


def test_megaface_puts_the_right_person_alone_among_the_distractors():
    # The probe at .6 is nearer to the other known person, at 1: no error in MegaFace, whose gallery lacks that one.
    gallery, probes, mates = at(0.0, 1.0), at(0.1, 0.6), np.array([0, 0])
    assert rank_one(probes, mates, gallery, at(2.0, 0.7), [0, 1, 2]) == [Rank(0.5, 1), Rank(0.5, 1), Rank(0.5, 0.5)]


def test_a_distractor_as_near_is_an_error():
    assert rank_one(at(0.5), np.array([0]), at(0.5, 2.0), at(0.5), [0, 1]) == [Rank(1, 1), Rank(0, 0)]


def test_without_probes_there_is_no_rate():
    (found,) = rank_one(at(), np.empty(0, np.int64), at(1.0), at(), [0])
    assert math.isnan(found.everybody)
    assert math.isnan(found.alone)


def test_the_open_set_refuses_strangers_and_the_far():
    gallery, mates = at(0.0, 3.0), np.array([0, 0, 1])
    probes = at(0.1, 0.5, 0.2)  # the last one is of the second person, and looks like the first
    strangers = at(0.3, 0.8, 1.0, 1.2)
    # A quarter of the strangers may come in: the one at .3; so all nearer than the one at .8 are told.
    assert detected_and_identified(probes, mates, strangers, gallery, [0.25]) == [pytest.approx(2 / 3)]


def test_too_few_strangers_for_a_rate():
    assert detected_and_identified(at(0.1), np.array([0]), at(0.3), at(0.0), [0.5]) == [None]
    assert detected_and_identified(at(0.1), np.array([0]), at(), at(0.0), [0.5]) == [None]


@pytest.mark.parametrize("method", CLASSIFIERS)
def test_classifiers_tell_people_apart(method):
    faces = at(*(0.1 * each for each in range(6)), *(2 + 0.1 * each for each in range(6)))
    people = np.repeat([7, 9], 6)
    assert CLASSIFIERS[method](faces, people, at(0.25, 2.25)).tolist() == [7, 9]


@pytest.mark.parametrize("method", CLASSIFIERS)
def test_classifiers_know_one_person_only(method):
    assert CLASSIFIERS[method](at(0.1), np.array([3]), at(1.0, 2.0)).tolist() == [3, 3]


def test_neighbors_vote_in_silence_where_no_tool_tells_the_cores():
    code = (
        "import numpy as np; from photoface.matching.classifiers import neighbors_vote;"
        "faces = np.eye(6, dtype=np.float32); print(neighbors_vote(faces, np.arange(6) % 3, faces))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PATH": ""}, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
