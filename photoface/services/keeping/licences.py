"""Under which licences the parts of photoface are: models by the catalogue, libraries by what they say themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import metadata

from photoface.vision.model_store import ModelStore

_NAME = re.compile(r"^[A-Za-z0-9._-]+")
_UNSAID = {"hnswlib": "Apache-2.0"}
"""What a library's own data does not tell; by its file LICENSE."""

_LONG = 60
"""Letters from which on a field "License" is the text of a licence, not its name."""


@dataclass(frozen=True, slots=True)
class Licence:
    """name, version and licence of one part; address: of the licence's text or the project, or empty."""

    name: str
    version: str
    licence: str
    address: str


def model_licences(store: ModelStore) -> list[Licence]:
    """Every model of the catalogue that has files, and those of the user."""
    models = (model for model in store.catalog.models.values() if not model.parts)
    return [Licence(model.title, "", model.licence, model.licence_url or "") for model in models]


def library_licences(program: str = "photoface") -> list[Licence]:
    """All libraries that the program needs here, directly or through others, by name."""
    found: dict[str, Licence] = {}
    waiting = _needed(program)
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            about = metadata.metadata(name)
        except metadata.PackageNotFoundError:  # for another system, or an extra that nobody asked for
            continue
        found[key] = Licence(about["Name"], about["Version"], _licence(about), _address(about))
        waiting += _needed(name)
    return [found[key] for key in sorted(found)]


def _needed(name: str) -> list[str]:
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return []
    names = (_NAME.match(line) for line in lines if "extra ==" not in line)
    return [found.group() for found in names if found]


def _licence(about: metadata.PackageMetadata) -> str:
    expression, short = _field(about, "License-Expression"), _field(about, "License")
    classified = [line.split(" :: ")[-1] for line in about.get_all("Classifier") or [] if line.startswith("License ::")]
    if expression:
        return expression
    if classified:
        return ", ".join(classified)
    return short if short and len(short) < _LONG else _UNSAID.get(str(about["Name"]), "see the project")


def _address(about: metadata.PackageMetadata) -> str:
    homes = [line.split(",", 1)[-1].strip() for line in about.get_all("Project-URL") or []]
    return _field(about, "Home-page") or (homes[0] if homes else "")


def _field(about: metadata.PackageMetadata, name: str) -> str:
    return str(about[name]) if name in about else ""
