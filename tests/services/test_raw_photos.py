"""Cameras' raw files as photos: with their names beside them, with their JPEG, and without it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from photoface.domain.geometry import Size
from photoface.services.deciding import correcting
from photoface.services.exporting.names import NameExport
from photoface.services.exporting.wishes import ExportOptions
from photoface.services.importing.service import ImportOptions
from photoface.services.importing.values import ImportPlan
from photoface.worker.name_writing import name_writer
from photoface.worker.viewing import ViewReader
from tests.builders import encoded, noise, stored
from tests.pictures_world import PictureWorld, SameProcess, name_import, picture_world
from tests.raw_files import raw_file
from tests.services.test_export_names import needs_exiftool

SHOWN = (800, 1200)
LIGHTROOM = (
    b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
    b"<rdf:Description rdf:about='' xmlns:crs='http://ns.adobe.com/camera-raw-settings/1.0/' crs:Exposure2012='+0.50'/>"
    b"</rdf:RDF></x:xmpmeta>"
)


@pytest.fixture
def p(tmp_path: Path) -> Iterator[PictureWorld]:
    with picture_world(tmp_path) as made:
        yield made


def _raw(*, turned: bool) -> bytes:
    """Upright 800 x 1200, the sensor 1200 x 800; turned: the camera has turned the preview already."""
    preview = noise(*SHOWN)
    return raw_file(preview if turned else stored(preview, 6), 6, sensor=(60, 40))


def _export(p: PictureWorld, **options: bool) -> None:
    *_, end = NameExport(p.library, lambda _: SameProcess(name_writer())).run(ExportOptions(**options), Event())  # type: ignore[arg-type]
    assert end.refused == 0  # type: ignore[union-attr]


def _names_in_files(p: PictureWorld) -> ImportPlan:
    *_, plan = name_import(p.library).plan(ImportOptions(), Event())
    assert isinstance(plan, ImportPlan)
    return plan


@needs_exiftool
@pytest.mark.parametrize("turned", [False, True])
def test_names_are_told_of_the_picture_as_the_sensor_saw_it(p: PictureWorld, turned: bool) -> None:
    path = p.photos / "01 A.dng"
    path.write_bytes(_raw(turned=turned))
    p.index()
    correcting.assign(p.library, p.faces_of(path), "Anna")
    _export(p)
    asked = ["exiftool", "-j", "-n", "-struct", "-RegionInfo", f"{path}.xmp"]
    [told] = json.loads(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
    area = told["RegionInfo"]["RegionList"][0]["Area"]
    corner = area["X"] - area["W"] / 2, area["Y"] - area["H"] / 2
    assert (*corner, area["W"], area["H"]) == pytest.approx((0.2, 0.7, 0.4, 0.2), abs=1e-5), "shown at .1, .2, .2, .4"
    assert told["RegionInfo"]["AppliedToDimensions"] == {"W": 1200, "H": 800, "Unit": "pixel"}
    plan = _names_in_files(p)
    assert (plan.same, plan.named, plan.drawn, plan.questions) == (1, (), 0, ())


def test_a_raw_file_and_its_jpeg_are_one_photo_that_outlives_the_jpeg(p: PictureWorld) -> None:
    jpeg, raw = p.photos / "01 A.jpg", p.photos / "01 A.dng"
    jpeg.write_bytes(encoded(noise(1600, 2400)))
    raw.write_bytes(_raw(turned=False))
    p.index()
    correcting.assign(p.library, p.faces_of(jpeg), "Anna")
    _export(p)
    assert sorted(path.name for path in p.photos.glob("*.xmp")) == ["01 A.dng.xmp", "01 A.jpg.xmp"]
    for path in (jpeg, *p.photos.glob("*.xmp")):
        path.unlink()
    p.index()
    [photo] = p.library.photos.list()
    assert (photo.path, photo.files, photo.people) == (bytes(raw), 1, ("Anna",))
    shown = ViewReader().read(photo.path)
    assert (shown.size, shown.damaged) == (Size(*SHOWN), False)
    assert _names_in_files(p).questions == ()


def test_the_sidecar_that_lightroom_wrote_of_a_raw_file_is_that_file_s(p: PictureWorld) -> None:
    jpeg, raw, beside = p.photos / "01 A.jpg", p.photos / "01 A.dng", p.photos / "01 A.xmp"
    jpeg.write_bytes(encoded(noise(*SHOWN)))
    raw.write_bytes(_raw(turned=False))
    beside.write_bytes(LIGHTROOM)
    p.index()
    correcting.assign(p.library, p.faces_of(jpeg), "Anna")
    _export(p, extension=False)
    assert sorted(path.name for path in p.photos.glob("*.xmp")) == ["01 A.jpg.xmp", "01 A.xmp"]
    assert b"Exposure2012" in beside.read_bytes()
    assert b"Anna" in beside.read_bytes()
