"""A wheel carries the catalogue of models and the icons, and nothing of tests, photos or weights."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
FOREIGN = (".onnx", ".dat", ".bin", ".xml", ".jpg", ".jpeg", ".png", ".db", ".pyc")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from this checkout, with the locked hatchling and no network."""
    pytest.importorskip("hatchling", reason="hatchling builds the wheel; `make test` installs it")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=CHECKOUT, capture_output=True, check=True)
    return next(folder.glob("*.whl"))


def test_what_is_in_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "photoface/_data/models/catalog.toml" in names
    assert "photoface/_data/models/int8/retail-0095.toml" in names
    assert "photoface/_data/resources/icons/photoface.svg" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"photoface"}


def test_what_is_not_in_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert [name for name in names if name.endswith(FOREIGN) or "test" in name.lower()] == []
    assert wheel.stat().st_size < 2_000_000


def test_the_program_of_an_unpacked_wheel_finds_its_data(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    ask = (
        "import photoface; from photoface.config.paths import resource; print(photoface.__file__); "
        "print(resource('models', 'catalog.toml')); print(resource('resources', 'icons', 'photoface.svg'))"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    asked = subprocess.run(
        [sys.executable, "-c", ask], cwd=tmp_path, env=environment, capture_output=True, text=True, check=True
    )
    for line in asked.stdout.splitlines():
        assert Path(line).is_file()
        assert Path(line).is_relative_to(tmp_path)
