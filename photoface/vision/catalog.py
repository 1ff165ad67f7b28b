"""The catalogue of models and packs, ``models/catalog.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from photoface.config.paths import resource
from photoface.domain.errors import NotFound
from photoface.domain.similarity import Limits
from photoface.domain.worth import WorthScale
from photoface.vision.catalog_file import read_model, with_base
from photoface.vision.model import Address, InputSpec, Model, ModelFile, Pack, PackageMember, Source, Template

__all__ = [
    "Address",
    "Catalog",
    "InputSpec",
    "Model",
    "ModelFile",
    "Pack",
    "PackageMember",
    "Source",
    "Template",
    "load_catalog",
]


ALL_ALIKE = WorthScale(1.0, 0.0, 0.0, 1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Catalog:
    """All models and packs; packs from the best to the plainest. worth: what counts in review, of no model but of all;
    in a catalogue that does not say, every face counts the same. likeness: within which two photos look the same."""

    models: Mapping[str, Model]
    packs: tuple[Pack, ...] = ()
    worth: WorthScale = ALL_ALIKE
    likeness: Limits | None = None

    def model(self, name: str) -> Model:
        """NotFound names the models that there are."""
        if name not in self.models:
            raise NotFound(f"There is no model called {name!r}. There are: {', '.join(sorted(self.models))}.")
        return self.models[name]

    def pack(self, name: str) -> Pack:
        """A pack by its name; ``DETECTOR+EMBEDDER`` and the name of an embedder alone work as well."""
        for pack in self.packs:
            if pack.name == name:
                return pack
        detector, _, embedder = name.rpartition("+")
        pack = Pack(name, name, detector or self.packs[0].detector, embedder)
        tasks = [self.models[one].task if one in self.models else "" for one in (pack.detector, pack.embedder)]
        if tasks != ["detection", "embedding"]:
            known = ", ".join(pack.name for pack in self.packs)
            raise NotFound(f"There is no pack called {name!r}. There are: {known}; or DETECTOR+EMBEDDER.")
        return pack

    def parts(self, embedder: str) -> tuple[tuple[str, float], ...]:
        """The atomic embedders that make up this one, each with its weight; a single one is its own part."""
        return self.model(embedder).parts or ((embedder, 1.0),)

    @property
    def exact_packs(self) -> tuple[Pack, ...]:
        """The packs that are chosen where none is named: those in 8 bits have to be asked for."""
        return tuple(pack for pack in self.packs if not self.model(pack.embedder).int8_of)

    def models_of(self, pack: str) -> tuple[Model, ...]:
        """The atomic models that a pack needs, the detector first."""
        chosen = self.pack(pack)
        return tuple(self.model(name) for name in (chosen.detector, *(part for part, _ in self.parts(chosen.embedder))))

    def with_models(self, more: Iterable[Model]) -> Catalog:
        """The catalogue with the user's own models; a name that it has already stays what it was."""
        own = {name: model for name, model in self.models.items() if not model.imported}
        together = {**self.models, **{model.name: model for model in more}, **own}
        return Catalog(together, self.packs, self.worth, self.likeness)


def load_catalog(path: Path | None = None) -> Catalog:
    """The catalogue that comes with the program, or another one in the same form."""
    toml = tomllib.loads((path or resource("models", "catalog.toml")).read_text("utf-8"))
    models = {name: read_model(name, with_base(table, toml["models"])) for name, table in toml["models"].items()}
    packs = tuple(Pack(name, **table) for name, table in toml["packs"].items())
    worth = WorthScale(**toml["worth"]) if "worth" in toml else ALL_ALIKE
    likeness = Limits(**toml["likeness"]) if "likeness" in toml else None
    return Catalog(models, packs, worth, likeness)
