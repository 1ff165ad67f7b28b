"""What one reader sees while another connection writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoface.store.people import People
from tests.store.building import add_faces, decide, opened


def test_queries_inside_see_one_state(tmp_path: Path) -> None:
    with opened(tmp_path) as writer, opened(tmp_path, write=False) as reader:
        faces = add_faces(writer, 2)
        with reader.consistent():
            assert People(reader).list() == []
            decide(writer, "A", faces[:1])
            assert People(reader).list() == []
        assert len(People(reader).list()) == 1


def test_one_inside_another_is_the_same(tmp_path: Path) -> None:
    with opened(tmp_path) as writer, opened(tmp_path, write=False) as reader:
        faces = add_faces(writer, 1)
        with reader.consistent():
            with reader.consistent():
                assert People(reader).list() == []
            decide(writer, "A", faces)
            assert People(reader).list() == []


def test_who_writes_may_write_inside(tmp_path: Path) -> None:
    with opened(tmp_path) as writer:
        faces = add_faces(writer, 1)
        with writer.consistent():
            decide(writer, "A", faces)
        assert [person.name for person in People(writer).list()] == ["A"]


def test_a_mistake_inside_leaves_no_transaction_open(tmp_path: Path) -> None:
    with opened(tmp_path) as writer, opened(tmp_path, write=False) as reader:
        with pytest.raises(ZeroDivisionError), reader.consistent():
            raise ZeroDivisionError
        add_faces(writer, 1)
        assert reader.value("SELECT count(*) FROM face") == 1


def test_the_state_changes_with_every_write(tmp_path: Path) -> None:
    with opened(tmp_path) as writer, opened(tmp_path, write=False) as reader:
        states = [(writer.state(), reader.state())]
        assert states[0] == (writer.state(), reader.state())
        add_faces(writer, 1)
        states.append((writer.state(), reader.state()))
        with writer.transaction():
            writer.execute("UPDATE face SET quality = 0.5")
            assert writer.state() is None
        states.append((writer.state(), reader.state()))
        assert len({one for one, _ in states}) == len({other for _, other in states}) == 3
