"""The effort in memory, by which numbers are chosen, is the one that photoface evaluate effort measures."""

from __future__ import annotations

from benchmarks.effort_in_memory import Run
from benchmarks.fit_worth import AT_LEAST, case_of
from photoface.services.evaluation.effort import effort
from photoface.services.evaluation.truth import Truth
from tests.world import World


def test_both_ways_ask_the_same_and_end_the_same(w: World) -> None:
    for name, shots in {"Anna": 9, "Ben": 7, "Cleo": 6, "Dora": 3, "Emil": 3, "Fay": 3, "Gus": 2}.items():
        for shot in range(shots):
            w.add(f"{name}/{shot}.jpg", f"Stranger{shot} {name}" if name == "Ben" and shot < 3 else name)
    w.index()
    with w.library.db.transaction():
        (two,) = w.library.groups.new(1)
        w.library.groups.place(dict.fromkeys([w.faces_of(f"Anna/{shot}.jpg")[0] for shot in range(2)], two))
        w.library.groups.place({w.faces_of(f"Ben/{shot}.jpg")[-1]: w.group_of("Cleo/1.jpg") for shot in range(3, 7)})
    here = effort(w.library, Truth(), AT_LEAST, lambda _done, _all: None, stop=1.0)
    case = case_of(w.library, "w")
    there = Run(case.world, case.bands, w.library.catalog.worth, AT_LEAST, stop=1.0).until()
    assert {each.kind: each.number for each in here.given} == there.given
    assert here.review.curve == there.review.curve
    assert (here.certain, here.certain_wrong) == (there.certain, there.wrong)
