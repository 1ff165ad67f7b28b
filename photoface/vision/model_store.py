"""The installed models: a folder with one folder for each, holding its files, the ONNX made of them and a manifest."""

from __future__ import annotations

from pathlib import Path

from photoface.domain.errors import ModelRefused, ModelsMissing
from photoface.vision.catalog import Catalog
from photoface.vision.manifest import Manifest, read_manifest, sha256
from photoface.vision.model import Model


class ModelStore:
    """Reads the models folder; changes nothing in it."""

    def __init__(self, folder: Path, catalog: Catalog) -> None:
        self.folder = folder
        self.catalog = catalog

    def folder_of(self, name: str) -> Path:
        """Where the files of an atomic model lie, or will."""
        return self.folder / name

    def installed(self, name: str) -> bool:
        """Whether a model (with all parts, if it is joined) can be used; looks at names and sizes, hashes nothing."""
        model = self.catalog.model(name)
        if model.parts:
            return all(self.installed(part) for part, _ in model.parts)
        manifest = self._manifest(model)
        if manifest is None:
            return False
        product = self.folder_of(name) / manifest.product.name
        return product.is_file() and product.stat().st_size == manifest.product.bytes

    def pack_installed(self, pack: str) -> bool:
        """Whether every model of a pack is installed."""
        return all(self.installed(model.name) for model in self.catalog.models_of(pack))

    def onnx_bytes(self, name: str) -> bytes:
        """The ONNX file of an atomic model, hashed just now: a session made of these bytes is what was installed.

        ModelsMissing when it is not installed, ModelRefused when its bytes have changed.
        """
        model = self.catalog.model(name)
        manifest = self._manifest(model)
        if manifest is None:
            raise ModelsMissing(f"The model {model.title} is not installed. Type: photoface models install")
        path = self.folder_of(name) / manifest.product.name
        try:
            data = path.read_bytes()
        except OSError as error:
            raise ModelsMissing(f"{path} cannot be read ({error.strerror}). Type: photoface models install") from error
        if sha256(data) != manifest.product.sha256:
            raise ModelRefused(f"{path} has changed since it was installed. Type: photoface models install")
        return data

    def _manifest(self, model: Model) -> Manifest | None:
        """The manifest, if it is of the files that the catalogue names now."""
        manifest = read_manifest(self.folder_of(model.name))
        wanted = [(file.name, file.sha256) for file in model.files]
        if manifest is None or [(one.name, one.sha256) for one in manifest.sources] != wanted:
            return None
        return manifest
