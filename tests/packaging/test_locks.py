"""The locks: exact, hashed, complete, and bound to no index and no machine."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parents[2]
LOCKS = ["requirements.lock", "requirements-dev.lock", "requirements-build.lock"]


def pins(name: str) -> dict[str, tuple[Requirement, list[str]]]:
    """Each requirement of a lock with its hashes."""
    text = re.sub(r"\s+#.*|^#.*", "", (CHECKOUT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = (entry.split("--hash=") for entry in re.sub(r"\\\n\s+", "", text).split("\n") if entry.strip())
    parsed = ((Requirement(first.strip()), [one.strip() for one in hashes]) for first, *hashes in entries)
    return {canonicalize_name(requirement.name): (requirement, hashes) for requirement, hashes in parsed}


@pytest.mark.parametrize("name", LOCKS)
def test_every_requirement_is_exact_and_hashed(name: str) -> None:
    found = pins(name)
    assert len(found) > 8
    for requirement, hashes in found.values():
        assert str(requirement.specifier).startswith("=="), requirement
        assert hashes, requirement
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", one) for one in hashes), requirement


@pytest.mark.parametrize("name", LOCKS)
def test_no_address_and_no_path(name: str) -> None:
    text = (CHECKOUT / name).read_text(encoding="utf-8")
    assert not re.search(r"https?:|file:|index-url|find-links|(^|\s)/", text)


def test_the_locks_agree() -> None:
    run, build, develop = (
        pins(name) for name in ("requirements.lock", "requirements-build.lock", "requirements-dev.lock")
    )
    assert run.keys() <= develop.keys()
    for other in (build, develop):
        for name in run.keys() & other.keys():
            assert run[name][0].specifier == other[name][0].specifier, name


def test_the_locks_are_of_this_project() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-dev.lock": project["dependency-groups"]["dev"],
        "requirements-build.lock": project["dependency-groups"]["build"],
    }
    for lock, requirements in asked.items():
        found = pins(lock)
        for requirement in map(Requirement, requirements):
            pinned = found[canonicalize_name(requirement.name)][0]
            version = str(pinned.specifier).removeprefix("==")
            assert requirement.specifier.contains(version), f"{lock}: {requirement}, pinned {version}; run make lock"


def test_wheels_of_all_platforms_are_hashed() -> None:
    """Three Pythons on three systems: a lock made from one machine's files would have one hash each."""
    found = pins("requirements.lock")
    assert all(len(found[name][1]) >= 9 for name in ("numpy", "scipy", "scikit-learn", "onnxruntime", "pillow"))
