"""Files from an address: whole and right, or not at all."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from photoface.vision.fetching.http import AddressOffer
from photoface.vision.fetching.offer import Patience, SourceFailed
from photoface.vision.model import ModelFile
from tests.vision.file_server import Behaviour, serving
from tests.vision.tiny_models import file_of

DATA = bytes(range(256)) * 4096  # 1 MiB
FILE = file_of("a.bin", DATA)
HURRIED = Patience(answer=2.0, silence=0.3, pause=0.001)


def fetch(url: str, target: Path, file: ModelFile = FILE) -> list[tuple[int, int]]:
    return list(AddressOffer(f"{url}/a.bin", file, HURRIED).fetch(target))


def test_a_file_comes_whole_and_tells_how_far_it_is(tmp_path: Path) -> None:
    with serving(Behaviour({"/a.bin": DATA})) as url:
        amounts = fetch(url, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == DATA
    assert amounts[-1] == (len(DATA), len(DATA))
    assert amounts == sorted(amounts)


def test_after_a_cut_it_goes_on_where_it_was(tmp_path: Path) -> None:
    behaviour = Behaviour({"/a.bin": DATA}, cuts=[100_000, 300_000])
    with serving(behaviour) as url:
        fetch(url, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == DATA
    assert [wanted for _, wanted in behaviour.requests] == ["", "bytes=100000-", "bytes=400000-"]


def test_a_server_without_ranges_begins_again_and_the_file_is_still_right(tmp_path: Path) -> None:
    with serving(Behaviour({"/a.bin": DATA}, cuts=[100_000], ranges=False)) as url:
        fetch(url, tmp_path / "a")
    assert (tmp_path / "a").read_bytes() == DATA


def test_a_line_that_always_breaks_before_the_first_byte_is_given_up(tmp_path: Path) -> None:
    behaviour = Behaviour({"/a.bin": DATA}, cuts=[0] * 10)
    with serving(behaviour) as url, pytest.raises(SourceFailed):
        fetch(url, tmp_path / "a")
    assert len(behaviour.requests) == 3


def test_other_bytes_are_refused(tmp_path: Path) -> None:
    with serving(Behaviour({"/a.bin": DATA[::-1]})) as url, pytest.raises(SourceFailed, match="sha256"):
        fetch(url, tmp_path / "a")


def test_a_smaller_file_is_refused(tmp_path: Path) -> None:
    with serving(Behaviour({"/a.bin": DATA[:5000]})) as url, pytest.raises(SourceFailed, match="a file of 5000 bytes"):
        fetch(url, tmp_path / "a")


def test_a_larger_file_is_refused_before_it_fills_the_disk(tmp_path: Path) -> None:
    with serving(Behaviour({"/a.bin": DATA * 20})) as url, pytest.raises(SourceFailed, match="too large"):
        fetch(url, tmp_path / "a")
    assert (tmp_path / "a").stat().st_size <= len(DATA)


def test_silence_ends_it(tmp_path: Path) -> None:
    behaviour = Behaviour({"/a.bin": DATA}, cuts=[1000], silent=threading.Event())
    with serving(behaviour) as url, pytest.raises(SourceFailed, match=r"did not answer for 0\.3 s"):
        fetch(url, tmp_path / "a")
    assert len(behaviour.requests) == 1


def test_a_server_that_does_not_have_it_is_not_asked_again(tmp_path: Path) -> None:
    behaviour = Behaviour({})
    with serving(behaviour) as url, pytest.raises(SourceFailed, match="404"):
        fetch(url, tmp_path / "a")
    assert len(behaviour.requests) == 1


def test_a_check_asks_for_one_byte() -> None:
    behaviour = Behaviour({"/a.bin": DATA})
    with serving(behaviour) as url:
        AddressOffer(f"{url}/a.bin", FILE, HURRIED).check()
    assert behaviour.requests == [("/a.bin", "bytes=0-0")]


@pytest.mark.parametrize("status", [403, 500])
def test_a_check_says_what_the_server_answers(status: int) -> None:
    with serving(Behaviour({"/a.bin": DATA}, status=status)) as url, pytest.raises(SourceFailed, match=str(status)):
        AddressOffer(f"{url}/a.bin", FILE, HURRIED).check()


def test_where_nobody_listens_the_reason_is_said() -> None:
    with serving(Behaviour({})) as url:
        pass
    with pytest.raises(SourceFailed, match="refused"):
        AddressOffer(f"{url}/a.bin", FILE, HURRIED).check()
