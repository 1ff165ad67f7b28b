"""The models commands as a user meets them, over tiny models."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from photoface.cli.main import run_command
from photoface.cli.models_progress import JsonPrinter
from photoface.vision.catalog import Catalog, Pack
from photoface.vision.install_events import Fetching
from tests.vision.tiny_arcface import tiny_arcface
from tests.vision.tiny_models import file_of, tiny_model, tiny_onnx

EYE, FACE = tiny_onnx(factor=1.0), tiny_onnx(factor=2.0)
CATALOG = Catalog(
    {
        "eye": tiny_model("eye", file_of("eye.onnx", EYE), task="detection"),
        "face": tiny_model("face", file_of("face.onnx", FACE)),
        "far": tiny_model("far", file_of("far.onnx", b"nowhere")),
    },
    (Pack("best", "Eye and far", "eye", "far"), Pack("basic", "Eye and face", "eye", "face")),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A models folder of its own and a mirror of everything but ``far``."""
    mirror = tmp_path / "mirror"
    mirror.mkdir()
    (mirror / "eye.onnx").write_bytes(EYE)
    (mirror / "face.onnx").write_bytes(FACE)
    monkeypatch.setattr("photoface.vision.catalog.load_catalog", lambda: CATALOG)
    monkeypatch.setenv("PHOTOFACE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("PHOTOFACE_MODEL_MIRROR", str(mirror))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "models"


def rows(capfd: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capfd.readouterr().out.splitlines()]


def test_install_says_which_from_where_under_which_licence_and_why_not_a_better_one(
    folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["models", "install"]) == 0
    said = capfd.readouterr().out
    assert "“best” cannot be had now" in said
    assert "has no file far.onnx" in said
    assert "“basic”: Eye and face" in said
    assert f"face.onnx from {folder.parent / 'mirror'}, licence CC0-1.0" in said
    assert str(folder) in said


def test_install_for_programs(capfd: pytest.CaptureFixture[str]) -> None:
    assert run_command(["models", "install", "--json"]) == 0
    events = rows(capfd)
    assert [event["event"] for event in events if event["event"] != "fetching"] == [
        "asking",
        "packchosen",
        *["converting", "installed"] * 2,
    ]
    (chosen,) = (event for event in events if event["event"] == "packchosen")
    assert (chosen["pack"], chosen["refused"][0]["pack"]) == ("basic", "best")


def test_install_when_nothing_can_be_had(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PHOTOFACE_MODEL_MIRROR")
    assert run_command(["models", "install"]) == 5
    error = capfd.readouterr().err
    assert len(error.splitlines()) == 1
    assert "models install basic --mirror FOLDER" in error


def test_a_mirror_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("PHOTOFACE_MODEL_MIRROR")
    assert run_command(["models", "install", "face", "--mirror", str(tmp_path / "mirror")]) == 0
    assert "ready" in capfd.readouterr().out


def test_an_unknown_name(capfd: pytest.CaptureFixture[str]) -> None:
    assert run_command(["models", "install", "nothing"]) == 3
    assert "best, basic, eye, face, far" in capfd.readouterr().err


def test_list_before_and_after(capfd: pytest.CaptureFixture[str]) -> None:
    run_command(["models", "list", "--json"])
    assert not any(row["installed"] for row in rows(capfd))
    run_command(["models", "install"])
    capfd.readouterr()
    run_command(["models", "list", "--json"])
    listed = rows(capfd)
    assert {row["name"] for row in listed if row["installed"]} == {"basic", "eye", "face"}
    assert all(
        {"kind", "name", "title", "task", "installed", "measured", "bytes", "licence"} <= set(row) for row in listed
    )


def test_the_table_for_people(capfd: pytest.CaptureFixture[str]) -> None:
    assert run_command(["models", "list"]) == 0
    said = capfd.readouterr().out
    assert "unmeasured" in said
    assert "Tiny face" in said


def test_verify(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_command(["models", "verify"]) == 5
    run_command(["models", "install"])
    assert run_command(["models", "verify"]) == 0
    (folder / "face" / "face.onnx").write_bytes(FACE[:-1] + b"?")
    capfd.readouterr()
    assert run_command(["models", "verify", "--json"]) == 5
    assert [(row["name"], row["ok"]) for row in rows(capfd)] == [("eye", True), ("face", False)]


def test_import(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "Mine.onnx").write_bytes(tiny_arcface())
    assert run_command(["models", "import", str(tmp_path / "Mine.onnx"), "--licence", "MIT", "--json"]) == 0
    (row,) = rows(capfd)
    assert (row["name"], row["measured"], row["imported"], row["licence"]) == ("mine", False, True, "MIT")
    assert run_command(["models", "verify"]) == 0


def test_import_of_what_is_no_model(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run_command(["models", "import", str(tmp_path / "none.onnx")]) == 5
    assert "cannot be read" in capfd.readouterr().err


def test_a_program_hears_of_the_bytes_once_a_percent(capfd: pytest.CaptureFixture[str]) -> None:
    printer = JsonPrinter()
    for done in range(1000):
        printer.show(Fetching(CATALOG.models["face"], "face.onnx", "somewhere", done, 1000))
    assert len(rows(capfd)) == 100
