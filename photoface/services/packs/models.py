"""Use cases about models: which there are, whether they are whole, how to get more (model_install, importing)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from photoface.domain.errors import ModelRefused, ModelsMissing
from photoface.services.packs.model_install import install, mirrors
from photoface.vision.importing import Import, import_model, name_for
from photoface.vision.model import Model, Pack
from photoface.vision.model_store import ModelStore

__all__ = [
    "Import",
    "ModelState",
    "PackState",
    "Verified",
    "import_model",
    "install",
    "mirrors",
    "model_states",
    "name_for",
    "pack_states",
    "verify",
]


@dataclass(frozen=True, slots=True)
class ModelState:
    """A model and whether it can be used. bytes: of its files, or of its parts' files."""

    model: Model
    installed: bool
    bytes: int


@dataclass(frozen=True, slots=True)
class PackState:
    """A pack and whether all its models can be used; licences: of all of them."""

    pack: Pack
    installed: bool
    measured: bool
    bytes: int
    licences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verified:
    """An installed model whose files were hashed. problem: a sentence, or None when all is as it was installed."""

    model: Model
    problem: str | None


def model_states(store: ModelStore) -> tuple[ModelState, ...]:
    """Every model of the catalogue and of the user."""
    return tuple(
        ModelState(model, store.installed(name), _bytes(store, model)) for name, model in store.catalog.models.items()
    )


def pack_states(store: ModelStore) -> tuple[PackState, ...]:
    """Every pack, the best first."""
    return tuple(_pack_state(store, pack) for pack in store.catalog.packs)


def verify(store: ModelStore) -> Iterator[Verified]:
    """Hashes every file of every installed model; ModelsMissing when there is none."""
    found = False
    for model in store.catalog.models.values():
        if model.parts or not store.folder_of(model.name).is_dir():
            continue
        found = True
        yield Verified(model, _problem(store, model))
    if not found:
        raise ModelsMissing("No models are installed. Type: photoface models install")


def _pack_state(store: ModelStore, pack: Pack) -> PackState:
    models = store.catalog.models_of(pack.name)
    return PackState(
        pack,
        store.pack_installed(pack.name),
        store.catalog.model(pack.embedder).points is not None,
        sum(model.bytes for model in models),
        tuple(dict.fromkeys(model.licence for model in models)),
    )


def _bytes(store: ModelStore, model: Model) -> int:
    return model.bytes + sum(store.catalog.model(part).bytes for part, _ in model.parts)


def _problem(store: ModelStore, model: Model) -> str | None:
    try:
        store.verify(model.name)
    except (ModelsMissing, ModelRefused) as error:
        return str(error)
    return None
