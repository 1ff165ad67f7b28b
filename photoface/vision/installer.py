"""Installs models: fetches their files, makes ONNX of them, moves everything into place whole."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from photoface.domain.errors import ModelRefused, ModelsMissing
from photoface.vision.fetching.choice import Reach, reach_all
from photoface.vision.fetching.offer import Patience, SourceFailed
from photoface.vision.fetching.writing import write_whole
from photoface.vision.install_events import Converting, Fetching, Installed, InstallEvent, SourceRefused
from photoface.vision.manifest import NAME as MANIFEST
from photoface.vision.manifest import Manifest, entry, manifest_bytes, sha256
from photoface.vision.model import Model, ModelFile
from photoface.vision.model_store import ModelStore
from photoface.vision.recipes import made_by, product_of
from photoface.vision.workspace import place, workspace

PRODUCT = "model.onnx"


class Installer:
    """Puts models into a store's folder. mirrors: folders or addresses that are asked before a file's own sources."""

    def __init__(self, store: ModelStore, mirrors: Sequence[str] = (), patience: Patience | None = None) -> None:
        self._store = store
        self._mirrors = mirrors
        self._patience = patience or Patience()

    def missing(self, models: Iterable[Model]) -> list[ModelFile]:
        """The files that have to be fetched to have these models."""
        return [file for model in models if not self._ready(model) for file in model.files if not self._kept(file)]

    def reach(self, models: Iterable[Model]) -> dict[str, Reach]:
        """Asks for every missing file who has it; by file name."""
        return reach_all(self.missing(models), self._mirrors, self._patience)

    def install(self, models: Iterable[Model], reach: Mapping[str, Reach]) -> Iterator[InstallEvent]:
        """Installs atomic models one after the other; those that are there and whole stay as they are.

        FileUnavailable when no source gives a file; DiskFull; ModelRefused when the bytes are right and yet no model.
        Whatever is raised, the model that was on its way leaves nothing behind.
        """
        models = tuple(models)
        for model in models:
            for asked in (reach[file.name] for file in model.files if file.name in reach):
                if not asked.offers:
                    raise FileUnavailable(model, asked, asked.refused)
        for model in models:
            if self._ready(model):
                yield Installed(model, (), fresh=False)
            else:
                yield from self._install(model, reach)

    def _install(self, model: Model, reach: Mapping[str, Reach]) -> Iterator[InstallEvent]:
        with workspace(self._store.folder) as temporary:
            staged = temporary / "staged"
            staged.mkdir()
            origins: list[str] = []
            for file in model.files:
                if not self._kept(file):
                    origins.append((yield from _fetch(model, reach[file.name], temporary, staged / file.name)))
            yield Converting(model)
            self._stage(model, staged, origins)
            place(staged.iterdir(), self._store.folder_of(model.name))
        yield Installed(model, tuple(dict.fromkeys(origins)), fresh=True)

    def _stage(self, model: Model, staged: Path, origins: Sequence[str]) -> None:
        """Beside the fetched files: the ONNX made of them, and the manifest."""
        files = [self._bytes(file, staged) for file in model.files]
        product = product_of(model, files)
        made = entry(PRODUCT, product)
        sources = tuple(entry(file.name, data) for file, data in zip(model.files, files, strict=True))
        for file, data in zip(model.files, files, strict=True):
            if not (staged / file.name).exists():  # it lay in a model's folder already, perhaps in another's
                write_whole(staged / file.name, data)
        if made.sha256 == sources[0].sha256:
            made = sources[0]  # it was ONNX already
        else:
            write_whole(staged / PRODUCT, product)
        origin = ", ".join(dict.fromkeys(origins)) or "what was there before"
        write_whole(staged / MANIFEST, manifest_bytes(Manifest(model.name, sources, made, origin, made_by(model))))

    def _bytes(self, file: ModelFile, staged: Path) -> bytes:
        data = (self._kept(file) or staged / file.name).read_bytes()
        if sha256(data) != file.sha256:
            raise ModelRefused(f"{file.name} changed while it was read; nothing was installed. Try again.")
        return data

    def _ready(self, model: Model) -> bool:
        """Whether it is installed and whole, and made as it would be now."""
        try:
            self._store.verify(model.name)
        except (ModelsMissing, ModelRefused):
            return False
        manifest = self._store.manifest(model)
        return manifest is not None and manifest.made_by == made_by(model)

    def _kept(self, file: ModelFile) -> Path | None:
        """Where the source file is there and right, in the folder of any model made of it: it need not be fetched."""
        models = self._store.catalog.models.values()
        paths = (self._store.folder_of(model.name) / file.name for model in models if file in model.files)
        return next((path for path in paths if path.is_file() and sha256(path.read_bytes()) == file.sha256), None)


class FileUnavailable(ModelsMissing):
    """No source gives a file that is needed."""

    def __init__(self, model: Model, reach: Reach, reasons: Sequence[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(
            f"{reach.file.name} of {model.title} cannot be had: {'; '.join(reasons) or 'it has no source'}. "
            f"What was installed stays. Try again with a network, or put that file into a folder and type: "
            f"photoface models install {model.name} --mirror FOLDER"
        )


def _fetch(model: Model, reach: Reach, temporary: Path, target: Path) -> Generator[InstallEvent, None, str]:
    """Tries one source after the other; returns the one that gave the file."""
    reasons = list(reach.refused)
    for offer in reach.offers:
        attempt = Path(tempfile.mkdtemp(dir=temporary)) / reach.file.name
        try:
            for done, total in offer.fetch(attempt):
                yield Fetching(model, reach.file.name, offer.origin, done, total)
        except SourceFailed as failure:
            reasons.append(f"{offer.origin} {failure}")
            yield SourceRefused(model, reach.file.name, reasons[-1])
            continue
        attempt.replace(target)
        return offer.origin
    raise FileUnavailable(model, reach, reasons)
