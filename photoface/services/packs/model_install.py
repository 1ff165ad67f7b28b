"""Installs a pack or a model; without a name, the best pack that can be had."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from photoface.domain.errors import ModelsMissing, NotFound
from photoface.vision.fetching.choice import Reach
from photoface.vision.fetching.offer import Patience
from photoface.vision.install_events import Asking, InstallEvent, PackChosen
from photoface.vision.installer import FileUnavailable, Installer
from photoface.vision.model import Model, Pack
from photoface.vision.model_store import ModelStore


def mirrors(given: Sequence[str] = ()) -> tuple[str, ...]:
    """The mirrors to ask: those given, then PHOTOFACE_MODEL_MIRROR."""
    return (*given, *filter(None, [os.environ.get("PHOTOFACE_MODEL_MIRROR", "")]))


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


def _install_best(store: ModelStore, installer: Installer) -> Iterator[InstallEvent]:
    wanted = {model.name: model for pack in store.catalog.exact_packs for model in store.catalog.models_of(pack.name)}
    yield Asking(len(installer.missing(wanted.values())))
    reach = installer.reach(wanted.values())
    refused: list[tuple[Pack, str]] = []
    for pack in store.catalog.exact_packs:
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
    plain = store.catalog.exact_packs[-1]
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
