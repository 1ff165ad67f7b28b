"""Desktop entry, metainfo and icon: valid, and of one name."""

from __future__ import annotations

import configparser
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
LINUX = CHECKOUT / "packaging" / "linux"
ID = "io.github.photoface.photoface"
ENTRY, METAINFO = LINUX / f"{ID}.desktop", LINUX / f"{ID}.metainfo.xml"
ICON = CHECKOUT / "resources" / "icons" / "photoface.svg"


def test_the_entry_starts_the_window() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign] # keys keep their case
    parser.read(ENTRY, encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert entry["Exec"] == "photoface gui"
    assert entry["Icon"] == ID
    assert entry["Terminal"] == "false"


def test_the_metainfo_is_about_the_same_program() -> None:
    root = ET.parse(METAINFO).getroot()
    assert root.findtext("id") == ID
    assert root.findtext("launchable") == ENTRY.name
    assert root.findtext("project_license") == "MIT"


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-utils is not installed here")
def test_the_entry_is_valid() -> None:
    subprocess.run(["desktop-file-validate", str(ENTRY)], check=True)


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstream is not installed here")
def test_the_metainfo_is_valid() -> None:
    command = ["appstreamcli", "validate", "--no-net", "--explain", str(METAINFO)]
    said = subprocess.run(command, capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout


def test_the_icon_is_drawn(qapp: object) -> None:
    from PySide6.QtGui import QIcon

    picture = QIcon(str(ICON)).pixmap(64, 64).toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 64, 4) for y in range(0, 64, 4)}
    assert len(colours) > 5
