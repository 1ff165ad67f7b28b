"""pip is run by its locks, goes nowhere but into the environment, and tells how far it is."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
from setup_parts import pips
from setup_parts.say import SetupProblem

SAID = """\
Collecting numpy==2.4.6 (from -r requirements.lock (line 1))
  Downloading numpy-2.4.6-cp311-cp311-manylinux_2_27_x86_64.whl (18.2 MB)
Collecting hnswlib==0.8.0 (from -r requirements.lock (line 9))
  Using cached hnswlib-0.8.0.tar.gz (36 kB)
Building wheels for collected packages: hnswlib
  Building wheel for hnswlib (pyproject.toml): started
Installing collected packages: numpy, hnswlib
"""


def test_progress_in_a_few_words() -> None:
    progress = pips.Progress("Libraries")
    told = []
    for line in SAID.splitlines():
        progress.read(line)
        told.append(progress.text)
    assert told[1] == "Libraries (1 packages) downloading numpy (18.2 MB)"
    assert told[5] == "Libraries (2 packages) compiling hnswlib, about a minute"
    assert told[6] == "Libraries (2 packages) unpacking"


def test_the_index_of_the_user_stays_and_their_targets_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "https://index.example/simple")
    monkeypatch.setenv("PIP_CERT", "/some/certificates.crt")
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    given = pips.environment()
    assert given["PIP_INDEX_URL"] == "https://index.example/simple"
    assert given["PIP_CERT"] == "/some/certificates.crt"
    assert "PIP_TARGET" not in given
    assert "PYTHONPATH" not in given
    assert given["PIP_USER"] == "0"
    assert given["HNSWLIB_NO_NATIVE"] == "1"


@pytest.mark.parametrize("named", ["tiny==1.0", f"tiny==1.0 --hash=sha256:{'0' * 64}"])
def test_only_what_has_the_right_hash_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    make_wheel(tmp_path)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path))
    lock = tmp_path / "a.lock"
    lock.write_text(f"{named}\n")
    with pytest.raises(SetupProblem, match=r"(?si)hashes.*pip did not succeed.*What was begun is removed"):
        pips.install_lock(Path(sys.executable), lock, "Trying")


def make_wheel(folder: Path) -> None:
    """The smallest package that pip takes."""
    with zipfile.ZipFile(folder / "tiny-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        wheel.writestr("tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        wheel.writestr("tiny-1.0.dist-info/RECORD", "")
