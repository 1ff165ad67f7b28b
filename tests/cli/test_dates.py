"""date and duplicates on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from photoface.cli.main import cli
from photoface.store.database import LibraryDatabase
from tests.store.building import add_photo


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, ["--library", str(folder / "library"), *arguments])


def filled(folder: Path) -> Path:
    with LibraryDatabase.create_or_open(folder / "library", write=True) as db:
        for name in ("a.jpg", "b.jpg"):
            add_photo(db, name, folder=b"/scans")
    return folder


def test_an_album_of_scans_gets_its_date_and_loses_it_again(tmp_path: Path) -> None:
    filled(tmp_path)
    done = run(tmp_path, "date", "--in", "in scans", "--set", "summer 1983")
    assert "2 photos taken summer 1983" in done.output
    told = json.loads(run(tmp_path, "date", "/scans/a.jpg", "--json").output)
    assert (told["taken"], told["source"], told["words"]) == ("1983-06", "human", "summer 1983")
    assert "1983-06" in run(tmp_path, "date", "/scans/a.jpg").output
    assert run(tmp_path, "date", "--in", "in scans", "--as-told").exit_code == 0
    assert json.loads(run(tmp_path, "date", "/scans/a.jpg", "--json").output)["taken"] is None


def test_duplicates_and_photos_that_are_none(tmp_path: Path) -> None:
    filled(tmp_path)
    assert "No photo is there twice" in run(tmp_path, "duplicates").output
    assert (
        "2 photos are different ones" in run(tmp_path, "duplicates", "--apart", "/scans/a.jpg", "/scans/b.jpg").output
    )
