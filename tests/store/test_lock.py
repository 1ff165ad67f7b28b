"""Who may write a library, and who waits for whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoface.domain.errors import LibraryBusy
from photoface.store import lock
from photoface.store.lock import FOLLOWING, Holder, LibraryLock


def test_who_follows_folders_is_waited_for_also_before_it_noted_who_it_is(tmp_path: Path, monkeypatch) -> None:
    first = LibraryLock(tmp_path, FOLLOWING)
    told = iter([None, Holder(1, FOLLOWING, "")])

    def holder(_folder: Path) -> Holder | None:
        found = next(told)
        if found is not None:
            first.release()
        return found

    monkeypatch.setattr(lock, "holder", holder)
    monkeypatch.setattr(lock, "_MOMENT", 0.0)
    LibraryLock(tmp_path, "photoface").release()


def test_nobody_else_is_waited_for(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", None)  # for ever
    first = LibraryLock(tmp_path, "photoface")
    with pytest.raises(LibraryBusy, match="open in photoface"):
        LibraryLock(tmp_path, "photoface name")
    first.release()
