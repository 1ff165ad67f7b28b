"""The moment of the shot, from real EXIF blocks."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import pytest
from PIL import Image

from photoface.domain.dates import DateSource, Taken
from photoface.metadata.dates import shot, taken
from tests.builders import encoded, exif_block, quarters


def exif_of(**texts: str) -> Image.Exif:
    return Image.open(BytesIO(encoded(quarters(), exif=exif_block(**texts)))).getexif()


def test_the_shot_comes_before_the_scan_and_the_last_change() -> None:
    all_three = {"taken": "2019:08:03 12:13:14", "digitized": "2020:01:01 00:00:00", "changed": "2021:01:01 00:00:00"}
    assert taken(exif_of(**all_three)) == "2019-08-03T12:13:14"
    del all_three["taken"]
    assert taken(exif_of(**all_three)) == "2020-01-01T00:00:00"
    del all_three["digitized"]
    assert taken(exif_of(**all_three)) == "2021-01-01T00:00:00"


def test_no_date_is_none() -> None:
    assert taken(exif_of()) is None
    assert taken(Image.Exif()) is None


@pytest.mark.parametrize("told", ["0000:00:00 00:00:00", "2020:13:01 00:00:00", "    :  :     :  :  ", "yesterday", ""])
def test_a_date_that_makes_no_sense_is_silence(told: str) -> None:
    assert taken(exif_of(taken=told)) is None


def test_nonsense_in_the_first_field_lets_the_second_speak() -> None:
    assert taken(exif_of(taken="0000:00:00 00:00:00", changed="2021:05:06 07:08:09")) == "2021-05-06T07:08:09"


@pytest.mark.parametrize("told", ["2019-08-03 12:13:14", "2019:08:03 12:13:14.250", "2019-08-03T12:13:14\0"])
def test_spellings_of_other_programs(told: str) -> None:
    assert taken(exif_of(taken=told)) == "2019-08-03T12:13:14"


class DamagedExif:
    def get(self, tag: int, /) -> object:
        raise SyntaxError("not a TIFF file")

    def get_ifd(self, tag: int, /) -> Mapping[int, object]:
        raise SyntaxError("not a TIFF file")


def test_a_damaged_block_is_silence() -> None:
    assert taken(DamagedExif()) is None


def test_the_offset_of_the_clock_and_what_satellites_say() -> None:
    exif = exif_of(taken="2019:08:03 12:13:14")
    exif.get_ifd(0x8769)[0x9011] = "+02:00"
    assert shot(exif) == Taken("2019-08-03T12:13:14", DateSource.EXIF, "+02:00")
    only_place = Image.Exif()
    only_place.get_ifd(0x8825).update({0x1D: "2019:08:03", 0x07: (10.0, 13.0, 14.5)})
    assert shot(only_place) == Taken("2019-08-03T10:13:14", DateSource.EXIF, "+00:00")
    only_place.get_ifd(0x8825)[0x07] = (1e9, float("nan"), "x")
    assert shot(only_place) is None


def test_a_clock_that_was_never_set_is_silence() -> None:
    assert taken(exif_of(taken="1970:01:01 00:00:00")) is None
