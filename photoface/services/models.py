"""Use cases about models: which there are, install, import, verify. Which one a library works with: model_change."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from photoface.domain.errors import ModelRefused, ModelsMissing, NotFound
from photoface.vision.fetching.choice import Reach
from photoface.vision.fetching.offer import Patience
from photoface.vision.importing import Import, import_model, name_for
from photoface.vision.install_events import Asking, InstallEvent, PackChosen
from photoface.vision.installer import FileUnavailable, Installer
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


def mirrors(given: Sequence[str] = ()) -> tuple[str, ...]:
    """The mirrors to ask: those given, then PHOTOFACE_MODEL_MIRROR."""
    return (*given, *filter(None, [os.environ.get("PHOTOFACE_MODEL_MIRROR", "")]))


def model_states(store: ModelStore) -> tuple[ModelState, ...]:
    """Every model of the catalogue and of the user."""
    return tuple(
        ModelState(model, store.installed(name), _bytes(store, model)) for name, model in store.catalog.models.items()
    )


def pack_states(store: ModelStore) -> tuple[PackState, ...]:
    """Every pack, the best first."""
    return tuple(_pack_state(store, pack) for pack in store.catalog.packs)


def install(
    store: ModelStore, name: str | None = None, mirrors: Sequence[str] = (), patience: Patience | None = None
) -> Iterator[InstallEvent]:
    """Installs a pack or a model by name; without a name, the best pack that can be had.

    ModelsMissing says what to do when nothing can be had. NotFound for a name that the catalogue does not know.
    """
    installer = Installer(store, mirrors, patience)
    if name is None:
        yield from _install_best(store, installer)
        return
    models = _models_named(store, name)
    yield Asking(len(installer.missing(models)))
    yield from installer.install(models, installer.reach(models))


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


def _install_best(store: ModelStore, installer: Installer) -> Iterator[InstallEvent]:
    wanted = {model.name: model for pack in store.catalog.packs for model in store.catalog.models_of(pack.name)}
    yield Asking(len(installer.missing(wanted.values())))
    reach = installer.reach(wanted.values())
    refused: list[tuple[Pack, str]] = []
    for pack in store.catalog.packs:
        models = store.catalog.models_of(pack.name)
        why = _why_not(models, reach)
        if why is None:
            yield PackChosen(pack, tuple(refused))
            try:
                yield from installer.install(models, reach)
            except FileUnavailable as failure:
                why = "; ".join(failure.reasons)
            else:
                return
        refused.append((pack, why))
    raise _nothing(store, refused)


def _why_not(models: Sequence[Model], reach: Mapping[str, Reach]) -> str | None:
    """Why the files of a pack cannot be had, by the first that is missing; None when every missing one is offered."""
    files = [file.name for model in models for file in model.files]
    missing = [reach[name] for name in files if name in reach and not reach[name].offers]
    if not missing:
        return None
    return "; ".join(missing[0].refused) or f"{missing[0].file.name} has no source"


def _nothing(store: ModelStore, refused: Sequence[tuple[Pack, str]]) -> ModelsMissing:
    plain = store.catalog.packs[-1]
    files = " and ".join(file.name for model in store.catalog.models_of(plain.name) for file in model.files)
    return ModelsMissing(
        f"No models can be had now: {refused[-1][1]}. Connect this computer to a network and type again: "
        f"photoface models install. Without a network: put {files} into a folder and type: "
        f"photoface models install {plain.name} --mirror FOLDER"
    )


def _models_named(store: ModelStore, name: str) -> tuple[Model, ...]:
    models, packs = store.catalog.models, store.catalog.packs
    if name not in models:
        if "+" not in name and name not in {pack.name for pack in packs}:
            known = ", ".join([*(pack.name for pack in packs), *models])
            raise NotFound(f"There is no pack or model called {name!r}. There are: {known}.")
        return store.catalog.models_of(name)
    if models[name].imported:
        raise NotFound(f"{name} was imported from a file; import that file again.")
    return tuple(models[part] for part, _ in store.catalog.parts(name))


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
