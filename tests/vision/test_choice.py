"""Which source is taken: the first that answers, asked in order, all files at once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from photoface.vision.fetching import choice
from photoface.vision.fetching.choice import offers_of, reach_all
from photoface.vision.fetching.offer import Amount, Patience, SourceFailed
from photoface.vision.model import Address, PackageMember
from tests.vision.tiny_models import file_of

PATIENCE = Patience()
FILE = file_of("a.bin", b"a")


@dataclass
class FakeOffer:
    """An offer that answers as it is told."""

    origin: str
    answer: Callable[[], None] = lambda: None
    within: float = 60.0

    def check(self) -> None:
        self.answer()

    def fetch(self, target: Path) -> Iterator[Amount]:
        raise AssertionError("a source is only asked here, never fetched from")


def refuse() -> None:
    raise SourceFailed("has it not")


def fail() -> None:
    raise KeyError("a bug")


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> Callable[..., choice.Reach]:
    """Asks these offers for FILE."""

    def ask(*offers: FakeOffer) -> choice.Reach:
        monkeypatch.setattr(choice, "offers_of", lambda *_: offers)
        return reach_all([FILE], [], PATIENCE)["a.bin"]

    return ask


def test_the_first_that_answers_is_taken_and_the_rest_kept(offered: Callable[..., choice.Reach]) -> None:
    reach = offered(FakeOffer("one", refuse), FakeOffer("two"), FakeOffer("three", fail))
    assert [offer.origin for offer in reach.offers] == ["two", "three"]
    assert reach.refused == ("one has it not",)


def test_one_that_does_not_answer_is_not_waited_for(
    offered: Callable[..., choice.Reach], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choice, "_GRACE", 0.0)
    ever = threading.Event()
    reach = offered(FakeOffer("one", lambda: ever.wait(60) and None, within=0.1), FakeOffer("two"))
    ever.set()
    assert [offer.origin for offer in reach.offers] == ["two"]
    assert reach.refused == ("one did not answer within 0.1 s",)


def test_nobody_answers(offered: Callable[..., choice.Reach]) -> None:
    assert offered(FakeOffer("one", refuse)).offers == ()


def test_a_bug_is_not_taken_for_a_refusal(offered: Callable[..., choice.Reach]) -> None:
    with pytest.raises(KeyError, match="a bug"):
        offered(FakeOffer("one", fail))


def test_mirrors_come_before_a_files_own_sources() -> None:
    member = PackageMember("tiny", "1.0", "wheel", 1, "0", "tiny/a.bin")
    file = file_of("a.bin", b"a", member, Address("https://example.org/a.bin"))
    offers = offers_of(file, ["/somewhere", "https://mirror.example"], PATIENCE)
    assert [offer.origin for offer in offers] == [
        "/somewhere",
        "https://mirror.example/a.bin",
        "the package tiny 1.0",
        "https://example.org/a.bin",
    ]


def test_nothing_to_ask() -> None:
    assert reach_all([], [], PATIENCE) == {}
