"""After all face data is deleted, none of it is left: not in tables, not in free pages, not in pictures."""

from __future__ import annotations

from photoface.services.deciding import naming
from photoface.services.keeping.data_places import What, data_places
from photoface.services.keeping.forgetting import face_data, forget_faces
from photoface.store.backup import snapshots
from tests.world import World, person_vector, world

NAME = "Wilhelmina Unmistakable"


def filled(w: World) -> None:
    for number in range(4):
        w.add(f"a{number}.jpg", "A")
    w.index()
    naming.name_group(w.library, w.group_of("a0.jpg"), NAME)
    w.library.snapshot("for a test")


def everything(w: World) -> bytes:
    w.library.db.checkpoint()
    return b"".join(path.read_bytes() for path in sorted(w.library.folder.glob("*.db*")))


def test_nothing_is_left(tmp_path) -> None:
    with world(tmp_path) as w:
        filled(w)
        (face_id,) = w.faces_of("a0.jpg")
        vector = w.library.db.value("SELECT vector FROM embedding WHERE face_id = ?", [face_id])
        assert NAME.encode() in everything(w)
        assert vector in everything(w)
        gone = forget_faces(w.library, with_snapshots=False)
        assert (gone.faces, gone.people, gone.snapshots) == (4, 1, 1)
        left = everything(w)
        assert NAME.encode() not in left
        assert vector not in left
        assert person_vector("A", "x").tobytes() not in left
        assert w.library.thumbs.face(face_id) is None
        assert w.library.db.problems() == []
        assert len(snapshots(w.library.folder)) == 1
        assert (w.photos / "a0.jpg").exists()


def test_nothing_is_read_again_by_itself_and_a_folder_can_be_added_anew(tmp_path) -> None:
    with world(tmp_path) as w:
        filled(w)
        forget_faces(w.library, with_snapshots=True)
        assert w.library.photos.folders() == []
        assert snapshots(w.library.folder) == []
        w.index()
        assert len(w.library.faces.list()) == 4
        assert face_data(w.library).people == 0


def test_places_tell_how_much_there_is(tmp_path) -> None:
    with world(tmp_path) as w:
        filled(w)
        found = {place.what: place for place in data_places(w.library.folder)}
        assert found[What.LIBRARY].bytes > 50_000
        assert found[What.SNAPSHOTS].bytes > 50_000
        assert found[What.PICTURES].folder == w.library.folder
