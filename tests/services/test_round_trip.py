"""Whatever was decided, in whatever order: an empty library that takes it in decides the same, by all who ask it."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event

import pytest

from photoface.domain.errors import PhotofaceError
from photoface.domain.geometry import Box
from photoface.domain.people import FaceState
from photoface.services.deciding import correcting, dating, drawing, hiding, naming, person_facts, repeats
from photoface.services.decisions.codec import decode
from photoface.services.decisions.files import as_json
from photoface.services.decisions.gathering import gather
from photoface.services.exporting.names import NameExport
from photoface.services.exporting.wishes import ExportOptions
from photoface.services.finding import saved_searches
from photoface.services.importing.applying import apply_import
from photoface.services.importing.service import ImportOptions, plan_decisions
from photoface.services.ledger import undoing
from photoface.services.library import Library
from photoface.services.photos import twins
from photoface.services.places import pausing
from photoface.services.review import answers, doubts, spot_check
from photoface.services.review.questions import questions
from photoface.worker.name_writing import name_writer
from tests.pictures_world import PictureWorld, SameProcess, name_import, picture_world
from tests.world import World, world

NAMES = ("Ñandú", "李小龍", "🧑‍🚀 Ada", 'O\'Brien, "Q" & <Sons>', "Ann", "עדה")


class Somebody:
    """Decides by lot. What is refused in a sentence is refused."""

    def __init__(self, library: Library, seed: int) -> None:
        self.library, self.lot = library, random.Random(seed)

    def decide(self, times: int) -> None:
        ways = [getattr(self, name) for name in sorted(dir(self)) if name.startswith("may_")]
        for name in NAMES[:3]:
            correcting.assign(self.library, (self.face(),), name)
        for _ in range(times):
            self._try(self.lot.choice(ways))

    def _try(self, way: Callable[[], object]) -> None:
        with suppress(PhotofaceError):
            way()

    def face(self) -> int:
        return self.lot.choice(self.library.faces.list()).face_id

    def faces(self) -> tuple[int, ...]:
        return tuple({self.face() for _ in range(self.lot.randrange(1, 4))})

    def photo(self) -> int:
        return self.lot.choice(self.library.photos.list()).photo_id

    def person(self) -> int:
        return self.lot.choice(self.library.people.list()).person_id

    def box(self) -> Box:
        number = self.lot.uniform
        return Box(number(0, 60), number(0, 60), number(8, 30), number(8, 30))

    def may_assign(self) -> None:
        correcting.assign(self.library, self.faces(), self.lot.choice(NAMES))

    def may_name_a_group(self) -> None:
        groups = sorted({*self.library.groups.memberships().values()})
        naming.name_group(self.library, self.lot.choice(groups), self.lot.choice(NAMES), new=self.lot.random() < 0.2)

    def may_confirm(self) -> None:
        correcting.confirm(self.library, self.faces())

    def may_reject(self) -> None:
        correcting.reject(self.library, self.faces(), self.lot.choice(NAMES))

    def may_part(self) -> None:
        correcting.part(self.library, *self.lot.sample(NAMES, 2))

    def may_split(self) -> None:
        correcting.split(self.library, self.faces())

    def may_merge(self) -> None:
        naming.merge(self.library, *self.lot.sample(NAMES, 2))

    def may_rename(self) -> None:
        naming.rename(self.library, *self.lot.sample(NAMES, 2))

    def may_set_aside(self) -> None:
        state = self.lot.choice((FaceState.IGNORED, FaceState.NOT_A_FACE))
        correcting.set_aside(self.library, self.library.faces.by_ids(self.faces()), state)

    def may_draw(self) -> None:
        drawing.draw(self.library, self.photo(), self.box(), self.lot.choice(("", *NAMES)))

    def may_move(self) -> None:
        drawing.move(self.library, self.face(), self.box())

    def may_erase(self) -> None:
        drawing.erase(self.library, self.face())

    def may_say_it_is_a_mirror(self) -> None:
        repeats.set_repeat(self.library, self.photo(), repeat=self.lot.random() < 0.7)

    def may_date(self) -> None:
        dating.set_date(self.library, [self.photo()], self.lot.choice(("summer 1983", "1999-12-31 23:59", "1970s")))

    def may_take_a_date_back(self) -> None:
        dating.take_back_date(self.library, [self.photo()])

    def may_note(self) -> None:
        birth = self.lot.choice((None, "1970-01-02"))
        person_facts.set_facts(self.library, self.person(), birth, "a\nnote “é”", self.lot.choice((None, "", "Bobby")))

    def may_choose_a_cover(self) -> None:
        face = self.library.faces.get(self.face())
        person_facts.set_cover(self.library, face.person_id or self.person(), face.face_id)

    def may_love(self) -> None:
        person_facts.set_favourite(self.library, [self.person()], favourite=self.lot.random() < 0.7)

    def may_hide(self) -> None:
        hiding.hide_people(self.library, [self.person()], hidden=self.lot.random() < 0.7)

    def may_make_an_album(self) -> None:
        one, other = self.lot.sample(NAMES, 2)
        saved_searches.save(self.library, f"of {one}", f'"{one}" AND NOT "{other}"'.replace('"Q"', ""))

    def may_tell_photos_apart(self) -> None:
        twins.keep_apart(self.library, [self.photo(), self.photo()])

    def may_answer(self) -> None:
        asked = questions(self.library)
        if asked:
            getattr(answers, self.lot.choice(("yes", "no", "unsure")))(self.library, self.lot.choice(asked))

    def may_check(self) -> None:
        drawn = spot_check.start_check(self.library, self.person(), 3, self.lot)
        for face in drawn.faces if drawn else ():
            spot_check.answer(self.library, drawn, face.face_id, self.lot.choice(("right", "wrong", "unsure")))

    def may_say_it_is_right(self) -> None:
        doubts.this_is_right(self.library, self.faces())

    def may_undo(self) -> None:
        done = [each for each in self.library.journal.history() if each.state == "done"]
        undoing.undo(self.library, self.lot.choice(done).operation_id)

    def may_redo(self) -> None:
        undoing.redo(self.library)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Snapshots have tests of their own; likeness of the made pictures is none."""
    monkeypatch.setattr("photoface.services.library.Library.snapshot", lambda *_: None)
    monkeypatch.setattr("photoface.services.photos.twins.find_twins", lambda *_: False)


@pytest.mark.parametrize("seed", range(12))
def test_by_a_file_of_all_decisions(family: World, tmp_path: Path, seed: int) -> None:
    somebody = Somebody(family.library, seed)
    somebody.decide(40)
    pausing.pause(family.library, bytes(family.photos))
    told = gather(family.library)
    assert not any("paused" in key for key in told.settings), "other computers have other folders"
    read = decode(as_json(told), "the file")
    assert read == told
    with world(tmp_path, "other") as other:
        other.index()
        apply_import(other.library, plan_decisions(other.library, read))
        assert gather(other.library) == told
        assert not plan_decisions(other.library, read).named, "twice is once"


def test_an_album_of_somebody_who_is_no_more_goes_round_and_is_nobody_else_s(family: World, tmp_path: Path) -> None:
    library = family.library
    for name, photo in (("Ann", "a0.jpg"), ("Ben", "b0.jpg")):
        correcting.assign(library, (family.faces_of(photo)[0],), name)
    saved_searches.save(library, "both", "Ann AND NOT Ben")
    naming.merge(library, "Ben", "Ann")
    told = gather(library)
    with world(tmp_path, "other") as other:
        other.index()
        apply_import(other.library, plan_decisions(other.library, decode(as_json(told), "the file")))
        assert gather(other.library) == told
        [album] = saved_searches.saved_searches(other.library)
        assert (album.name, "#0" in album.query) == ("both", True)


@pytest.mark.parametrize("seed", range(100, 103))
def test_by_the_files_beside_the_photos(tmp_path: Path, seed: int) -> None:
    with picture_world(tmp_path) as p:
        for number in range(6):
            p.add("A B" if number % 2 else "A", number % 8 + 1)
        p.index()
        Somebody(p.library, seed).decide(25)
        told = gather(p.library)
        _export(p)
    with picture_world(tmp_path, "another") as other:
        other.index()
        *_, plan = name_import(other.library).plan(ImportOptions(), Event())
        apply_import(other.library, plan)
        assert gather(other.library) == told


def _export(p: PictureWorld) -> None:
    export = NameExport(p.library, lambda _: SameProcess(name_writer(None)))
    for _ in export.run(ExportOptions(), Event(), dry_run=False):
        pass
