"""The composition root: the only place that picks concrete classes and puts them together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from photoface.config.paths import models_folder
from photoface.config.settings import load_settings
from photoface.domain.errors import ModelsMissing, NotFound
from photoface.domain.faces import BoxAnalysis, PhotoAnalysis
from photoface.domain.geometry import Box
from photoface.services.library import Library
from photoface.store.database import LibraryDatabase

# Where a library is only looked at, nothing of what reads photos is imported: that is half of a command's start.
if TYPE_CHECKING:
    from photoface.services.exporting.names import NameExport
    from photoface.services.importing.service import NameImport
    from photoface.services.photos.indexing import IndexingService
    from photoface.services.watching.live import LiveWatch
    from photoface.vision.model_store import ModelStore
    from photoface.worker.analyzer_process import AnalyzerProcess
    from photoface.worker.protocol import AnalyzerSpec
    from photoface.worker.view_process import ViewProcess


class Look:
    """Pictures anywhere, read and analysed; nothing is stored. Raises PhotoUnreadable, NotFound."""

    def __init__(self, analyzer: AnalyzerProcess) -> None:
        self._analyzer = analyzer

    def __call__(self, path: bytes) -> PhotoAnalysis:
        """The faces of a picture."""
        return self._analyzer.probe(_there(path))

    def into(self, path: bytes, box: Box) -> BoxAnalysis:
        """What is in a box that a human drew, in pixels of the upright photo."""
        return self._analyzer.look_into(_there(path), box)


def model_store() -> ModelStore:
    """The models of this user, with those that they brought themselves."""
    from photoface.vision.catalog import load_catalog
    from photoface.vision.model_store import ModelStore

    return ModelStore(models_folder(), load_catalog())


@contextmanager
def open_library(folder: Path, *, write: bool, program: str = "photoface") -> Iterator[Library]:
    """The library in a folder; made there, when opened for writing for the first time. program: what others are told
    who writes."""
    with LibraryDatabase.create_or_open(folder, write=write, program=program) as db:
        yield Library(db, lambda: model_store().catalog)


def models_ready(library: Library) -> None:
    """Sees that the library has a pack and that it is installed; a new library records the best installed one."""
    store, recorded = model_store(), library.setting("pack")
    if recorded is None:
        pack = next((pack.name for pack in store.catalog.packs if store.pack_installed(pack.name)), None)
        if pack is None:
            raise ModelsMissing("No models are installed yet. Install them with: photoface models install")
        library.db.set_setting("pack", pack)
    elif not store.pack_installed(recorded):
        raise ModelsMissing(
            f"This library works with the models “{recorded}”, which are not installed. Install them with: "
            f"photoface models install {recorded}   (names and faces are kept; other models: photoface models use)"
        )


def indexing(library: Library) -> IndexingService:
    """The main job, over this library with its models."""
    from photoface.services.photos.indexing import IndexingService
    from photoface.worker.analyzer_process import AnalyzerProcess
    from photoface.worker.glance_process import GlanceProcess

    def open_analyzer(known: frozenset[bytes]) -> AbstractContextManager[AnalyzerProcess]:
        return AnalyzerProcess(_spec(library, known))

    return IndexingService(library, open_analyzer, GlanceProcess)


def importing(library: Library) -> NameImport:
    """Reads what files say of the people in this library's photos."""
    from photoface.services.importing.service import NameImport
    from photoface.worker.tag_process import TagProcess

    return NameImport(library, TagProcess)


def exporting(library: Library) -> NameExport:
    """Writes this library's names beside or into its photos."""
    from photoface.services.exporting.names import NameExport
    from photoface.worker.write_process import WriteProcess

    return NameExport(library, lambda into_files: WriteProcess(into_files=into_files))


def watching(tell: Callable[[bytes], None]) -> LiveWatch:
    """Told by the operating system of changes below folders; a context manager."""
    from photoface.services.watching.live import LiveWatch

    return LiveWatch(tell)


def writes_into_photos() -> bool:
    """Whether names can be written into photos themselves: exiftool is there, and new enough."""
    from photoface.worker.write_process import usable_exiftool

    return usable_exiftool() is not None


def viewing() -> ViewProcess:
    """Decodes whole photos to be looked at; a context manager."""
    from photoface.worker.view_process import ViewProcess

    return ViewProcess()


@contextmanager
def looking_at(library: Library) -> Iterator[Look]:
    """Reads pictures that need not belong to the library, with its models."""
    with analyzing(library) as analyzer:
        yield Look(analyzer)


@contextmanager
def analyzing(library: Library) -> Iterator[AnalyzerProcess]:
    """The same for many pictures at a time, also those that the library knows; nothing is stored."""
    from photoface.worker.analyzer_process import AnalyzerProcess

    models_ready_to_look(library)
    with AnalyzerProcess(_spec(library, frozenset())) as analyzer:
        yield analyzer


def models_ready_to_look(library: Library) -> None:
    """As models_ready, for a library that is open for looking only."""
    library.pack()
    models_ready(library)


def _there(path: bytes) -> bytes:
    if not os.path.lexists(path):
        raise NotFound(f"{path.decode('utf-8', 'replace')}: there is no such file; look at its name.")
    return path


def _spec(library: Library, known: frozenset[bytes]) -> AnalyzerSpec:
    from photoface.worker.protocol import AnalyzerSpec, cores

    threads = load_settings().threads or cores()
    return AnalyzerSpec(models=models_folder(), pack=library.pack(), threads=threads, known=known)
