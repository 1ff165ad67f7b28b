"""review and explain in the terminal, over real services."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from photoface.cli.explain import explain
from photoface.cli.review import review
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting
from photoface.services.ledger.conflicts import contradictions_of
from photoface.services.library import Library
from photoface.store.database import LibraryDatabase
from photoface.store.faces import Faces
from photoface.store.people import People
from photoface.vision.catalog import load_catalog
from tests.world import world


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A in five photos, B in three."""
    monkeypatch.setattr("photoface.services.groups.grouping.in_child", lambda function, *args: function(*args))
    with world(tmp_path) as w:
        for name, shots in (("A", 5), ("B", 3)):
            for shot in range(shots):
                w.add(f"{name}{shot}.jpg", name)
        w.index()
    return tmp_path / "library"


def run(command, library: Path, *words: str, keys: str = "") -> str:
    result = CliRunner().invoke(command, [*words, "--library", str(library)], input=keys, catch_exceptions=False)
    return result.output


def names(library: Path) -> list[str | None]:
    with LibraryDatabase.create_or_open(library, write=False) as db:
        return [face.person for face in Faces(db).list()]


def test_the_files_and_boxes_are_shown_and_a_name_is_taken(library: Path) -> None:
    said = run(review, library, keys="Anna\nq\n")
    assert "the next 20 answers settle about 8 faces" in said
    assert "Who is this? (5 faces)" in said
    assert "A0.jpg  at 0,10 80x100" in said
    assert names(library).count("Anna") == 5


def test_a_face_is_taken_out_by_its_number(library: Path) -> None:
    run(review, library, keys="-1 Anna\nq\n")
    assert names(library) == [None, "Anna", "Anna", "Anna", "Anna", None, None, None]


def test_what_makes_no_sense_is_told_and_asked_again(library: Path) -> None:
    said = run(review, library, keys="y\ns\ns\nq\n")
    assert "Say who it is" in said
    assert "nothing else to ask" in said
    assert names(library) == [None] * 8


def test_keys_of_the_window(library: Path) -> None:
    run(review, library, keys="i\nu\n")
    with LibraryDatabase.create_or_open(library, write=False) as db:
        states = [face.state for face in Faces(db).list()]
    assert states == [FaceState.IGNORED] * 5 + [FaceState.UNASSIGNED] * 3
    assert "nothing to ask" in run(review, library)


def test_strangers_are_ignored_at_once_but_for_those_taken_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("photoface.services.groups.grouping.in_child", lambda function, *args: function(*args))
    with world(tmp_path) as w:
        for name in ("A", "B", "C", "D"):
            for shot in range(3):
                w.add(f"{name}{shot}.jpg", name)
        w.index()
    said = run(review, tmp_path / "library", keys="i\n-4\nDora\n")
    assert "Are these all strangers? (9 faces; take out one of everybody you know)" in said
    assert names(tmp_path / "library") == [None] * 3 + ["Dora"] * 3 + [None] * 6


def test_open_questions_for_programs(library: Path) -> None:
    rows = [json.loads(line) for line in run(review, library, "--json").splitlines()]
    assert [(row["kind"], row["settles"]) for row in rows] == [("name", 5), ("name", 3)]
    assert names(library) == [None] * 8


def test_explain(library: Path) -> None:
    assert "nobody has a name yet" in run(explain, library, "1")
    run(review, library, keys="Anna\nq\n")
    assert "Anna, named by a person" in run(explain, library, "1")
    assert "nearest: Anna" in run(explain, library, "6")
    row = json.loads(run(explain, library, "6", "--json"))
    assert (row["band"], row["candidates"][0]["person"]) == ("leave", "Anna")
    with LibraryDatabase.create_or_open(library, write=False) as db:
        assert [person.name for person in People(db).list()] == ["Anna"]


def told_apart(library: Path) -> None:
    """The groups of A and B are different people."""
    with LibraryDatabase.create_or_open(library, write=True) as db:
        opened = Library(db, load_catalog())
        one, other = (opened.faces.get(face).cluster_id for face in (1, 6))
        correcting.part(opened, str(one), str(other))


@pytest.mark.parametrize(
    ("chosen", "named", "left"),
    [("l\nq\n", 5, 0), ("a\nq\n", 8, 1), ("1\nq\n", 8, 0), ("9\nl\ns\n", 5, 0)],
)
def test_an_answer_that_contradicts_is_told_before_it_is_made(library: Path, chosen, named, left) -> None:
    told_apart(library)
    said = run(review, library, keys="Ann\nAnn\n" + chosen)
    assert "this would contradict what is decided already" in said
    assert "(what you are about to say)" in said
    assert "1  first: they are one person after all" in said
    assert names(library).count("Ann") == named
    with LibraryDatabase.create_or_open(library, write=False) as db:
        assert len(contradictions_of(Library(db, load_catalog()))) == left


def ask_by_files(library: Path) -> tuple[int, int]:
    """Files say that face 1 is Otto, though it is Ann, and that Emil is in the photo of face 6, and not where."""
    with LibraryDatabase.create_or_open(library, write=True) as db:
        opened = Library(db, load_catalog())
        correcting.assign(opened, (1,), "Ann")
        one, other = (opened.faces.get(face).photo_id for face in (1, 6))
        with opened.journal.operation("import", "names") as record:
            record.put("name_question", {"kind": "other", "photo_id": one, "face_id": 1, "name": "Otto"})
            record.put("name_question", {"kind": "where", "photo_id": other, "name": "Emil"})
    return 1, 6


def test_what_files_say_is_asked_too(library: Path) -> None:
    ask_by_files(library)
    rows = [json.loads(line) for line in run(review, library, "--json").splitlines()]
    assert [(row["name"], row["here"]) for row in rows if row["kind"] == "file"] == [("Otto", "Ann"), ("Emil", "")]
    said = run(review, library, keys=answers_to_files(library, other="y", where="6"))
    assert "It says Otto" in said
    assert "Which one? face 6" in said
    assert (names(library)[0], names(library)[5]) == ("Otto", "Emil")


def test_what_files_say_may_be_wrong(library: Path) -> None:
    ask_by_files(library)
    run(review, library, keys=answers_to_files(library, other="n", where="n"))
    assert (names(library)[0], names(library)[5]) == ("Ann", None)
    assert '"file"' not in run(review, library, "--json")


def answers_to_files(library: Path, *, other: str, where: str) -> str:
    """What to type: questions about anything else are skipped."""
    rows = [json.loads(line) for line in run(review, library, "--json").splitlines()]
    said = {"Otto": other, "Emil": where}
    return "".join(f"{said.get(row.get('name', ''), 's')}\n" for row in rows) + "q\n"
