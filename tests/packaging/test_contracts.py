"""The contracts about imports hold, and each of them breaks when it is violated."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[2]
VIOLATIONS = {
    "Imports point down": ("domain/intruder.py", "from photoface.config import paths"),
    "Qt only in the window": ("matching/intruder.py", "import PySide6.QtCore"),
    "SQL only in the store": ("services/intruder.py", "import sqlite3"),
    "Inference only in vision": ("worker/intruder.py", "import onnxruntime"),
    "Search and clustering libraries only in matching": ("store/intruder.py", "from sklearn.cluster import DBSCAN"),
    "XML only in metadata, and where a model's own is read": ("vision/intruder.py", "import xml.etree.ElementTree"),
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What lint-imports says of a copy of photoface that violates every contract."""
    copy = tmp_path_factory.mktemp("violated")
    shutil.copytree(CHECKOUT / "photoface", copy / "photoface", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(CHECKOUT / "pyproject.toml", copy)
    for place, statement in VIOLATIONS.values():
        (copy / "photoface" / place).write_text(statement + "\n")
    return lint(copy)


def lint(folder: Path) -> str:
    program = Path(sys.executable).with_name("lint-imports")
    if not program.exists():
        pytest.skip("import-linter is not installed; `make test` installs it")
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"}
    command = [str(program), "--no-cache", "--config", str(folder / "pyproject.toml")]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("contract", VIOLATIONS)
def test_a_violated_contract_breaks(report: str, contract: str) -> None:
    assert f"{contract} BROKEN" in report


def test_all_contracts_are_tried(report: str) -> None:
    assert f"Contracts: 0 kept, {len(VIOLATIONS)} broken." in report


def test_all_contracts_hold() -> None:
    said = lint(CHECKOUT)
    assert "0 broken" in said, said


def test_the_contract_about_qt_names_every_package_but_the_window() -> None:
    text = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    packages = {path.parent.name for path in (CHECKOUT / "photoface").glob("*/__init__.py")} - {"gui", "_data"}
    assert {name for name in packages if f'"photoface.{name}"' not in text} == set()
