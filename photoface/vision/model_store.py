"""The installed models: a folder with one folder for each, holding its files, the ONNX made of them and a manifest."""

from __future__ import annotations

from pathlib import Path

from photoface.domain.errors import ModelRefused, ModelsMissing
from photoface.vision.catalog import Catalog
from photoface.vision.imported import imported_models
from photoface.vision.manifest import Entry, Manifest, read_manifest, sha256
from photoface.vision.model import Model
from photoface.vision.recipes import made_by

_INSTALL = "Type: photoface models install"


class ModelStore:
    """Reads the models folder; changes nothing in it. Its catalogue includes the models that the user imported."""

    def __init__(self, folder: Path, catalog: Catalog) -> None:
        self.folder = folder
        self.catalog = catalog.with_models(imported_models(folder))

    def folder_of(self, name: str) -> Path:
        """Where the files of an atomic model lie, or will."""
        return self.folder / name

    def installed(self, name: str) -> bool:
        """Whether a model (with all parts, if it is joined) can be used; looks at names and sizes, hashes nothing."""
        model = self.catalog.model(name)
        if model.parts:
            return all(self.installed(part) for part, _ in model.parts)
        manifest = self.manifest(model)
        return manifest is not None and self._has(model, manifest.product)

    def pack_installed(self, pack: str) -> bool:
        """Whether every model of a pack is installed."""
        return all(self.installed(model.name) for model in self.catalog.models_of(pack))

    def onnx_bytes(self, name: str) -> bytes:
        """The ONNX file of an atomic model, hashed just now: a session made of these bytes is what was installed.

        ModelsMissing when it is not installed, ModelRefused when its bytes have changed.
        """
        model = self.catalog.model(name)
        manifest = self.manifest(model)
        if manifest is None:
            raise ModelsMissing(f"The model {model.title} is not installed. {_INSTALL}")
        return self._checked(model, manifest.product)

    def verify(self, name: str) -> None:
        """Hashes every file of an atomic model; ModelsMissing or ModelRefused at the first that is not as it was."""
        model = self.catalog.model(name)
        manifest = self.manifest(model)
        if manifest is None:
            raise ModelsMissing(f"The model {model.title} is not installed. {_INSTALL}")
        for entry in {*manifest.sources, manifest.product}:
            self._checked(model, entry)

    def manifest(self, model: Model) -> Manifest | None:
        """What lies in a model's folder, if it is of the files that the catalogue names now.

        In 8 bits it must be by the present table as well: its embeddings are compared with those of other photos.
        """
        manifest = read_manifest(self.folder_of(model.name))
        wanted = [(file.name, file.sha256) for file in model.files]
        if manifest is None or [(one.name, one.sha256) for one in manifest.sources] != wanted:
            return None
        return None if model.int8_of and manifest.made_by != made_by(model) else manifest

    def _has(self, model: Model, entry: Entry) -> bool:
        path = self.folder_of(model.name) / entry.name
        return path.is_file() and path.stat().st_size == entry.bytes

    def _checked(self, model: Model, entry: Entry) -> bytes:
        path = self.folder_of(model.name) / entry.name
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ModelsMissing(f"{path} cannot be read ({error.strerror}). {_mend(model)}") from error
        if sha256(data) != entry.sha256:
            raise ModelRefused(f"{path} has changed since it was installed; it is not used. {_mend(model)}")
        return data


def _mend(model: Model) -> str:
    if model.imported:
        return f"Bring it again: photoface models import FILE --name {model.name}"
    return f"{_INSTALL} {model.name}"
