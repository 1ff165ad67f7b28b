"""What the window needs of the engine below it; tests put fakes of inference here, everything else is real."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from photoface import app
from photoface.app import Look

if TYPE_CHECKING:  # else these would be a tenth of the time until the window is seen
    from photoface.domain.shown import Shown
    from photoface.services.exporting.names import NameExport
    from photoface.services.importing.service import NameImport
    from photoface.services.library import Library
    from photoface.services.photos.indexing import IndexingService
    from photoface.services.watching.live import Watch
    from photoface.vision.model_store import ModelStore


class OpenLibrary(Protocol):
    """Opens the library of the window; ``write`` for the one thread that may change it."""

    def __call__(self, *, write: bool) -> AbstractContextManager[Library]: ...


class PhotoSource(Protocol):
    """Decodes one file at a time. Raises PhotoUnreadable."""

    def view(self, path: bytes) -> Shown: ...


class OpenWatch(Protocol):
    """Watches folders; ``tell`` is called with each one in which something changed, from any thread."""

    def __call__(self, tell: Callable[[bytes], None]) -> Watch: ...


OpenPhotos = Callable[[], AbstractContextManager[PhotoSource]]


@dataclass(frozen=True, slots=True)
class Engine:
    """open_library: of one folder; indexing: the main job; models_ready: raises ModelsMissing.

    look: reads pictures that need not be in the library, e.g. for a search; open_photos: decodes whole photos.
    watch: told of changes in folders as they happen.
    importing: reads what files say of people; exporting: writes names to files; writes_into_photos: whether it can.
    folder: of the library, where it is known before the library is open.
    """

    open_library: OpenLibrary
    indexing: Callable[[Library], IndexingService] = app.indexing
    models_ready: Callable[[Library], None] = app.models_ready
    model_store: Callable[[], ModelStore] = app.model_store
    look: Callable[[Library], AbstractContextManager[Look]] = app.looking_at
    open_photos: OpenPhotos = app.viewing
    watch: OpenWatch = app.watching
    importing: Callable[[Library], NameImport] = app.importing
    exporting: Callable[[Library], NameExport] = app.exporting
    writes_into_photos: Callable[[], bool] = app.writes_into_photos
    folder: Path | None = None
