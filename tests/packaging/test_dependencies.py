"""What the program imports, it declares: an environment made from the locks has all of it."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires, version
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CHECKOUT = Path(__file__).parents[2]
OWN = {
    "photoface",
    "tests",
    "benchmarks",
    "setup_parts",
    *(tool.stem for tool in (CHECKOUT / "packaging").glob("*.py")),
}
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
TO_RUN = PROJECT["project"]["dependencies"]
TO_DEVELOP = [*TO_RUN, *PROJECT["dependency-groups"]["dev"], *PROJECT["dependency-groups"]["build"]]


def test_the_program_declares_what_it_imports() -> None:
    assert undeclared("photoface", TO_RUN) == {}


def test_tests_and_tools_declare_what_they_import() -> None:
    for folder in ("tests", "benchmarks", "packaging"):
        assert undeclared(folder, TO_DEVELOP) == {}


def undeclared(folder: str, requirements: list[str]) -> dict[str, str]:
    """Imported modules of others that come from no required distribution, with a file that imports them."""
    required = {canonicalize_name(Requirement(requirement).name) for requirement in requirements}
    homes = {**packages_distributions(), "dlib": ["dlib-bin"]}  # whose own list of modules leaves it out
    installed = {canonicalize_name(home) for named in homes.values() for home in named}
    required |= {part for name in required & installed for part in parts_of(name)}
    return {
        module: str(file.relative_to(CHECKOUT))
        for file in (CHECKOUT / folder).rglob("*.py")
        for module in imported(file) - set(sys.stdlib_module_names) - OWN
        if not required & {canonicalize_name(home) for home in homes.get(module, [])}
    }


def parts_of(distribution: str) -> set[str]:
    """Distributions that it needs in exactly its own version: one thing in parts, e.g. PySide6 and shiboken6."""
    own = f"=={version(distribution)}"
    needs = [Requirement(each) for each in requires(distribution) or ()]
    return {canonicalize_name(need.name) for need in needs if str(need.specifier) == own and need.marker is None}


def imported(file: Path) -> set[str]:
    return set(_imported(ast.parse(file.read_text(encoding="utf-8"))))


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module.split(".")[0]
