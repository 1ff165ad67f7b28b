"""Mirrors: a folder or an address that holds files under their public names."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoface.vision.fetching.mirror import mirror_offer
from photoface.vision.fetching.offer import Patience, SourceFailed
from tests.vision.file_server import Behaviour, serving
from tests.vision.tiny_models import file_of

FILE = file_of("a b.bin", b"content")


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / FILE.name).write_bytes(b"content")
    offer = mirror_offer(str(tmp_path), FILE, Patience())
    offer.check()
    assert list(offer.fetch(tmp_path / "copy"))[-1] == (7, 7)
    assert (tmp_path / "copy").read_bytes() == b"content"


def test_an_address(tmp_path: Path) -> None:
    with serving(Behaviour({"/models/a%20b.bin": b"content"})) as url:
        list(mirror_offer(f"{url}/models/", FILE, Patience()).fetch(tmp_path / "copy"))
    assert (tmp_path / "copy").read_bytes() == b"content"


def test_a_folder_without_the_file(tmp_path: Path) -> None:
    offer = mirror_offer(str(tmp_path), FILE, Patience())
    for ask in (offer.check, lambda: list(offer.fetch(tmp_path / "copy"))):
        with pytest.raises(SourceFailed, match=r"has no file a b.bin"):
            ask()


def test_a_folder_with_other_bytes_under_the_name(tmp_path: Path) -> None:
    (tmp_path / FILE.name).write_bytes(b"CONTENT")
    with pytest.raises(SourceFailed, match="another file"):
        list(mirror_offer(str(tmp_path), FILE, Patience()).fetch(tmp_path / "copy"))
