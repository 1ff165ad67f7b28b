"""The share of wrong cluster-mates in this library: by its angles, and by the faces that were drawn and looked at."""

from __future__ import annotations

from photoface.domain.calibration import Calibration
from photoface.services.calibration.checked_mates import Check, checked
from photoface.services.calibration.expected_mates import WrongMates, expected
from photoface.services.groups.manner import manner_of
from photoface.services.library import Library
from photoface.store.reviews import Checked, all_drawn

__all__ = ["WrongMates", "wrong_mates"]


def wrong_mates(
    library: Library, made: Calibration, algorithm: str | None = None, wrong: float | None = None
) -> WrongMates | None:
    """At this strictness, or the library's own, by its calibration; None for a model that nobody measured.

    What was checked at random is about the groups as they are, so it counts for the library's own strictness only.
    """
    usual, points = manner_of(library), library.embedding().points
    if points is None:
        return None
    manner = algorithm or usual[0], wrong or usual[1]
    found = expected(points, made.rates, manner, made.faces)
    if manner != usual:
        return found
    sizes = library.groups.sizes()
    return checked(found, checks_of(library), sizes, max(made.faces - sum(sizes), 0))


def checks_of(library: Library) -> list[Check]:
    """For each person that was checked at random, what the faces turned out to be that were named with their group.

    Those that were suggested since say how good suggestions are, not groups. Who answers some faces only of a draw may
    have chosen them: it counts as far as it was answered without a gap.
    """
    of = dict[int, list[Checked]]()
    for drawn in all_drawn(library.db):
        of.setdefault(drawn.person_id, []).append(drawn)
    return [found for drawn in of.values() if (found := _check(drawn)) is not None]


def _check(drawn: list[Checked]) -> Check | None:
    open_from = dict[int, int]()
    for each in drawn:
        if each.answer is None:
            open_from[each.draw_id] = min(each.place, open_from.get(each.draw_id, each.place))
    told = [each for each in drawn if each.place < open_from.get(each.draw_id, each.place + 1)]
    known = {each.face_id: each.answer == "right" for each in told if each.named and each.answer != "unsure"}
    if not known:
        return None
    share = sum(each.named for each in told) / sum(each.answer != "unsure" for each in told)
    faces = round(min(share, 1.0) * max(each.asked_of for each in drawn))
    return Check(max(faces, len(known)), sum(known.values()), len(known) - sum(known.values()))
