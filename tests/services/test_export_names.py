"""Names out into real files, and back into an empty library."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PIL import Image, ImageOps

from photoface.domain.geometry import Box, Size, reorient_box
from photoface.domain.people import FaceState
from photoface.domain.writing_events import NamesChanged, NamesEvent, NamesFinished, NamesRefused
from photoface.metadata.films import film_bytes
from photoface.metadata.packets import xmp_packet
from photoface.services.deciding import correcting, drawing, naming
from photoface.services.decisions.gathering import gather
from photoface.services.exporting.names import NameExport
from photoface.services.exporting.wishes import ExportOptions
from photoface.services.finding import saved_searches
from photoface.services.importing.applying import apply_import
from photoface.services.importing.service import ImportOptions
from photoface.services.importing.values import ImportPlan
from photoface.store.written import runs
from photoface.worker.name_writing import name_writer, same_packet
from tests import motion_photos
from tests.builders import encoded, noise
from tests.pictures_world import PictureWorld, SameProcess, name_import, picture_world

EXIFTOOL = shutil.which("exiftool")
needs_exiftool = pytest.mark.skipif(EXIFTOOL is None, reason="exiftool writes into photos; it is not installed")
NAMES = ("Ñandú", "李小龍", "🧑‍🚀 Ada", 'O\'Brien, "Q" & <Sons>')
FORMATS = (("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("TIFF", "tif"), ("HEIF", "heic"), ("AVIF", "avif"))


@pytest.fixture
def p(tmp_path: Path) -> Iterator[PictureWorld]:
    with picture_world(tmp_path) as made:
        yield made


def _export(p: PictureWorld, *, dry_run: bool = False, **options: object) -> list[NamesEvent]:
    return list(_service(p).run(ExportOptions(**options), Event(), dry_run=dry_run))  # type: ignore[arg-type]


def _service(p: PictureWorld) -> NameExport:
    return NameExport(p.library, lambda into: SameProcess(name_writer(EXIFTOOL if into else None)))


def _import(p: PictureWorld) -> ImportPlan:
    *_, plan = name_import(p.library).plan(ImportOptions(), Event())
    assert isinstance(plan, ImportPlan)
    return plan


def _contents(p: PictureWorld) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(p.photos.iterdir())}


def _judged(path: Path) -> dict[str, object]:
    told = subprocess.run(
        ["exiftool", "-j", "-n", "-struct", "-XMP:all", path], capture_output=True, text=True, check=True
    )
    [found] = json.loads(told.stdout)
    return found


def _two(p: PictureWorld) -> tuple[Path, Path]:
    one, both = p.add("A"), p.add("A B", 6)
    p.index()
    correcting.assign(p.library, (*p.faces_of(one), p.faces_of(both)[0]), NAMES[0])
    correcting.assign(p.library, (p.faces_of(both)[1],), NAMES[1])
    return one, both


def test_a_dry_run_tells_and_writes_nothing(p: PictureWorld) -> None:
    _two(p)
    before = _contents(p)
    *changes, end = _export(p, dry_run=True)
    assert [each.lines for each in changes if isinstance(each, NamesChanged)][:2] == [
        (f"+ {NAMES[0]} (MWG)",),
        (f"+ {NAMES[0]} (MWG)", f"+ {NAMES[1]} (MWG)"),
    ]
    assert end == NamesFinished(3, 0, 0, None, False)
    assert _contents(p) == before
    assert runs(p.library.db) == []


def test_writing_twice_is_writing_once_and_undo_puts_everything_back(p: PictureWorld) -> None:
    _two(p)
    before = _contents(p)
    _export(p)
    assert len(_contents(p)) == len(before) + 3
    assert _export(p)[-1] == NamesFinished(0, 2, 0, None, False)
    assert all(isinstance(each, NamesChanged) for each in list(_service(p).undo(Event()))[:-1])
    assert _contents(p) == before


class _Dying(SameProcess):
    """Writes one file, and ends before it can say so."""

    def commit(self, path: bytes, order: object) -> object:
        super().commit(path, order)
        raise SystemExit


def test_what_was_written_before_the_program_died_is_put_back_too(p: PictureWorld) -> None:
    _two(p)
    before = _contents(p)
    with pytest.raises(SystemExit):
        list(NameExport(p.library, lambda _: _Dying(name_writer())).run(ExportOptions(), Event()))
    assert _contents(p) != before
    assert list(_service(p).undo(Event()))[-1] == NamesFinished(1, 0, 0, 1, False)
    assert _contents(p) == before


def test_undo_leaves_what_somebody_changed_since(p: PictureWorld) -> None:
    one, _ = _two(p)
    _export(p)
    sidecar = Path(f"{one}.xmp")
    sidecar.write_bytes(sidecar.read_bytes() + b"\n")
    refused = [each for each in _service(p).undo(Event()) if isinstance(each, NamesRefused)]
    assert [each.path for each in refused] == [bytes(one)]
    assert sidecar.exists()


@needs_exiftool
@pytest.mark.parametrize(("kind", "ending"), FORMATS, ids=[kind for kind, _ in FORMATS])
@pytest.mark.parametrize("target", ["sidecar", "file"])
def test_exiftool_reads_what_was_written(p: PictureWorld, kind: str, ending: str, target: str) -> None:
    paths = {number: p.add("A B", number, kind, ending) for number in range(1, 9)}
    p.index()
    for at, path in enumerate(paths.values()):
        for face, name in zip(p.faces_of(path), (NAMES[at % 4], NAMES[(at + 1) % 4]), strict=True):
            correcting.assign(p.library, (face,), name)
    pixels = {path: ImageOps.exif_transpose(Image.open(path)).tobytes() for path in paths.values()}
    assert _export(p, target=target, keywords=True)[-1].refused == 0  # type: ignore[union-attr]
    for at, (orientation, path) in enumerate(paths.items()):
        names = [NAMES[at % 4], NAMES[(at + 1) % 4]]
        told = _judged(path if target == "file" else Path(f"{path}.xmp"))
        assert told["PersonInImage"] == told["Subject"] == names
        assert [each["Name"] for each in told["RegionInfo"]["RegionList"]] == names
        assert [each["PersonDisplayName"] for each in told["RegionInfoMP"]["Regions"]] == names
        stored = {"W": 80, "H": 120} if orientation >= 5 else {"W": 120, "H": 80}
        assert told["RegionInfo"]["AppliedToDimensions"] == {**stored, "Unit": "pixel"}
        assert ImageOps.exif_transpose(Image.open(path)).tobytes() == pixels[path]
    plan = _import(p)
    assert (plan.same, plan.named, plan.questions) == (2 * len(paths), (), ())
    p.index()
    assert len(p.library.faces.list()) == 2 * len(paths), "it is still the same photo"


@needs_exiftool
def test_a_heic_that_was_turned_is_the_same_photo_and_the_faces_turn_with_it(p: PictureWorld) -> None:
    path = p.add("A", 6, "HEIF", "heic")
    p.index()
    correcting.assign(p.library, p.faces_of(path), "Anna")
    [before] = p.library.faces.list()
    drawn = drawing.draw(p.library, before.photo_id, Box(60, 8, 24, 16)).face_id
    assert drawn is not None
    correcting.assign(p.library, (drawn,), "Berta")
    subprocess.run(["exiftool", "-q", "-overwrite_original", "-Rotation=180", path], check=True)
    p.index()
    [photo] = p.library.photos.list()
    assert photo.people == ("Anna", "Berta")
    view = p.library.faces.get(drawn)
    turned = reorient_box(Box(60, 8, 24, 16), Size(120, 80), 6, 3)
    assert (view.box.x, view.box.y, view.box.width, view.box.height) == pytest.approx(
        (turned.x, turned.y, turned.width, turned.height)
    )


@needs_exiftool
def test_boxes_are_where_they_were_seen_in_all_orientations(p: PictureWorld) -> None:
    """Ground truth of orientation 6 and 8: the displayed box (.1, .2, .2, .4) in the picture as it is stored."""
    six, eight = p.add("A", 6), p.add("A", 8)
    p.index()
    correcting.assign(p.library, (*p.faces_of(six), *p.faces_of(eight)), "Anna")
    _export(p)
    for path, left, top in ((six, 0.2, 0.7), (eight, 0.4, 0.1)):
        area = _judged(Path(f"{path}.xmp"))["RegionInfo"]["RegionList"][0]["Area"]
        assert (area["X"] - area["W"] / 2, area["Y"] - area["H"] / 2) == pytest.approx((left, top), abs=1e-5)
        assert (area["W"], area["H"]) == pytest.approx((0.4, 0.2), abs=1e-5)


@needs_exiftool
@pytest.mark.parametrize("phone", motion_photos.PHONES)
@pytest.mark.parametrize("target", ["sidecar", "file"])
def test_the_film_behind_a_motion_photo_stays(p: PictureWorld, phone: motion_photos.Phone, target: str) -> None:
    path = p.add("A")
    before = phone(noise(120, 80, seed=1))
    path.write_bytes(before)
    p.index()
    correcting.assign(p.library, p.faces_of(path), "Anna")
    assert _export(p, target=target)[-1].refused == 0  # type: ignore[union-attr]
    after = path.read_bytes()
    assert (after == before) == (target == "sidecar")
    assert after[after.index(b"\xff\xd9") :] == before[before.index(b"\xff\xd9") :]
    assert film_bytes(after) == film_bytes(before) >= len(motion_photos.film())
    asked = ["exiftool", "-j", "-n", "-a", "-DirectoryItemLength", "-MicroVideoOffset", "-EmbeddedVideoFile", path]
    [told] = json.loads(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
    assert str(len(motion_photos.film())) in str(told), "the place of the film is still told"
    assert _judged(path if target == "file" else Path(f"{path}.xmp"))["PersonInImage"] == ["Anna"]
    p.index()
    [photo] = p.library.photos.list()
    assert (photo.files, photo.people) == (1, ("Anna",)), "one photo, and still the same"
    assert list(_service(p).undo(Event()))[-1].refused == 0  # type: ignore[union-attr]
    assert same_packet(xmp_packet(path.read_bytes()), xmp_packet(before))


@needs_exiftool
def test_the_second_picture_behind_a_jpeg_stays(p: PictureWorld) -> None:
    """Of a phone the brighter parts of the picture (Ultra HDR), told by the place where they begin."""
    path = p.add("A")
    path.write_bytes(encoded(noise(120, 80, seed=1), "MPO", save_all=True, append_images=[noise(60, 40, seed=2)]))
    second = _frame(path, 1)
    p.index()
    correcting.assign(p.library, p.faces_of(path), "Anna")
    assert _export(p, target="file")[-1].refused == 0  # type: ignore[union-attr]
    assert _judged(path)["PersonInImage"] == ["Anna"]
    assert _frame(path, 1) == second


def _frame(path: Path, number: int) -> bytes:
    with Image.open(path) as image:
        image.seek(number)
        return image.tobytes()


@needs_exiftool
def test_what_is_not_to_be_written_is_refused_and_stays(p: PictureWorld) -> None:
    linked, protected, huge = p.add("A"), p.add("A"), p.add("A")
    p.index()
    os.link(linked, p.photos.parent / "another name")
    correcting.assign(p.library, (*p.faces_of(linked), *p.faces_of(protected)), "Anna")
    correcting.assign(p.library, p.faces_of(huge), "Berta")
    protected.chmod(0o444)
    photo = p.library.faces.get(p.faces_of(huge)[0]).photo_id
    for at in range(200):
        box = Box(0.5 * at, 10, 10 + 0.1 * at, 12)
        face = drawing.draw(p.library, photo, box).face_id
        assert face is not None
        correcting.assign(p.library, (face,), f"Somebody with a long name {at}" * 5)
    before = _contents(p)
    reasons = [each.reason for each in _export(p, target="file", private=False) if isinstance(each, NamesRefused)]
    assert [reason.split(";")[0] for reason in reasons] == [
        "it has several names on the disk (hard links), which would part",
        "it is write-protected",
        "a JPEG has no room for so many names",
    ]
    assert _contents(p) == before
    beside = [each.target_path for each in _export(p, target="file", private=False, else_beside=True)[:-1]]
    assert beside == [bytes(path) + b".xmp" for path in (linked, protected, huge)]
    assert {name: content for name, content in _contents(p).items() if name in before} == before
    assert not [each for each in _export(p, target="file", private=False, else_beside=True)[:-1] if _changed(each)]
    list(_service(p).undo(Event()))
    assert _contents(p) == before
    protected.chmod(0o644)


def _changed(event: NamesEvent) -> bool:
    return isinstance(event, NamesChanged)


def test_what_others_wrote_stays(p: PictureWorld) -> None:
    one, _ = _two(p)
    sidecar = Path(f"{one}.xmp")
    sidecar.write_text(FOREIGN, "utf-8")
    _export(p)
    text = sidecar.read_text("utf-8")
    for kept in ("Rex", "Pet", "Focus", "Nobody we know", "crs:Exposure2012", "+0.35", "a keyword", "unknown:thing"):
        assert kept in text
    assert NAMES[0] in text
    _export(p, take_out=True)
    assert NAMES[0] not in sidecar.read_text("utf-8")
    assert "Nobody we know" in sidecar.read_text("utf-8")


def test_a_name_that_was_taken_back_leaves_the_file(p: PictureWorld) -> None:
    one, _ = _two(p)
    _export(p)
    p.library.journal.undo()
    p.library.journal.undo()
    _export(p)
    assert not Path(f"{one}.xmp").exists()


@pytest.mark.parametrize("bad", [b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", b"<x", b"\0\xff\xfe", b"<x/>"])
def test_a_sidecar_that_cannot_be_understood_stays(p: PictureWorld, bad: bytes) -> None:
    one, _ = _two(p)
    Path(f"{one}.xmp").write_bytes(bad)
    [refused] = [each for each in _export(p) if isinstance(each, NamesRefused)]
    assert refused.path == bytes(one)
    assert Path(f"{one}.xmp").read_bytes() == bad


def _decide_all(p: PictureWorld, paths: list[Path]) -> None:
    """Something of every kind."""
    library, faces = p.library, [p.faces_of(path) for path in paths]
    correcting.assign(library, (faces[0][0], faces[1][0]), NAMES[3])
    naming.name_group(library, library.faces.get(faces[1][1]).cluster_id or 0, NAMES[1])
    correcting.reject(library, (faces[2][0],), NAMES[3])
    correcting.split(library, (faces[3][0],))
    correcting.set_aside(library, library.faces.by_ids([faces[4][0]]), FaceState.NOT_A_FACE)
    correcting.set_aside(library, library.faces.by_ids([faces[5][0]]), FaceState.IGNORED)
    drawn = drawing.draw(library, library.faces.get(faces[0][0]).photo_id, Box(70, 10, 33.5, 30)).face_id
    assert drawn is not None
    correcting.assign(library, (drawn,), "Ghost")
    drawing.move(library, faces[6][0], Box(14, 18, 22, 30))
    correcting.assign(library, (faces[7][0],), "#1")
    saved_searches.save(library, "both", f'"{NAMES[1]}" AND NOT Ghost')
    with library.journal.operation("note", "a note") as record:
        record.put("person", {"id": 1, "birth_date": "1970-01-02", "notes": "a\nnote", "cover_face_id": faces[0][0]})
        record.put("repeat_photo", {"photo_id": library.faces.get(faces[1][0]).photo_id})
        first, second = (library.faces.get(each[0]).photo_id for each in (faces[0], faces[1]))
        record.put("dated", {"photo_id": first, "taken": "1983-07", "words": "summer 1983"})
        record.put("apart", {"photo_id": min(first, second), "other_id": max(first, second)})
        bond = record.put("bond", {"reason": "one"})["id"]
        record.put_many("bond_face", [{"bond_id": bond, "face_id": each} for each in (faces[2][0], faces[3][0])])
        record.put("review", {"face_id": faces[2][0], "person_id": 1, "was": "suggested", "correct": 0})


@needs_exiftool
@pytest.mark.parametrize("target", ["sidecar", "file"])
def test_a_lost_library_is_rebuilt_from_the_files(p: PictureWorld, tmp_path: Path, target: str) -> None:
    paths = [p.add("A"), p.add("A B", 6), *(p.add("A", number) for number in range(1, 7))]
    p.index()
    _decide_all(p, paths)
    told = gather(p.library)
    _export(p, target=target)
    with picture_world(tmp_path, "another") as other:
        other.index()
        apply_import(other.library, _import(other))
        assert gather(other.library) == told
        assert other.who() == p.who()
        assert not _import(other).named


def test_one_photo_alone_carries_what_was_decided_of_it(p: PictureWorld, tmp_path: Path) -> None:
    """But neither notes nor birth dates: photos are given away."""
    paths = [p.add("A"), p.add("A B", 6), *(p.add("A", number) for number in range(1, 7))]
    p.index()
    _decide_all(p, paths)
    _export(p)
    (p.photos / "photoface-decisions.json").unlink()
    assert all(b"1970-01-02" not in content for content in _contents(p).values())
    with picture_world(tmp_path, "another") as other:
        other.index()
        apply_import(other.library, _import(other))
        assert gather(other.library).photos == gather(p.library).photos
        assert {each.uuid: each.name for each in gather(other.library).people} == {
            each.uuid: each.name for each in gather(p.library).people
        }


def test_nothing_is_written_while_indexing(p: PictureWorld) -> None:
    _two(p)
    before = _contents(p)
    p.index()
    apply_import(p.library, _import(p))
    assert _contents(p) == before


FOREIGN = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:crs="http://ns.adobe.com/camera-raw-settings/1.0/" crs:Exposure2012="+0.35"
 xmlns:unknown="http://example.com/unknown/" unknown:thing="kept" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:mwg-rs="http://www.metadataworkinggroup.com/schemas/regions/" xmlns:stArea="http://ns.adobe.com/xmp/sType/Area#"
 xmlns:stDim="http://ns.adobe.com/xap/1.0/sType/Dimensions#">
<dc:subject><rdf:Bag><rdf:li>a keyword</rdf:li></rdf:Bag></dc:subject>
<mwg-rs:Regions rdf:parseType="Resource">
<mwg-rs:AppliedToDimensions stDim:w="1200" stDim:h="800" stDim:unit="pixel"/>
<mwg-rs:RegionList><rdf:Bag>
<rdf:li><rdf:Description mwg-rs:Name="Rex" mwg-rs:Type="Pet">
<mwg-rs:Area stArea:x="0.2" stArea:y="0.4" stArea:w="0.2" stArea:h="0.4" stArea:unit="normalized"/>
</rdf:Description></rdf:li>
<rdf:li rdf:parseType="Resource"><mwg-rs:Type>Focus</mwg-rs:Type>
<mwg-rs:Area stArea:x="0.5" stArea:y="0.5" stArea:w="0.1" stArea:h="0.1" stArea:unit="normalized"/></rdf:li>
<rdf:li rdf:parseType="Resource"><mwg-rs:Type>Face</mwg-rs:Type><mwg-rs:Name>Nobody we know</mwg-rs:Name>
<mwg-rs:Area stArea:x="0.8" stArea:y="0.8" stArea:w="0.1" stArea:h="0.1" stArea:unit="normalized"/></rdf:li>
</rdf:Bag></mwg-rs:RegionList></mwg-rs:Regions>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
"""
