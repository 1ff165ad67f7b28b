"""A library opened: its tables, and what belongs together of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from photoface.domain.errors import ModelsMissing
from photoface.domain.faces import FOUNDING_QUALITY
from photoface.services.suggestions.suggesting import follow
from photoface.store.database import LibraryDatabase
from photoface.store.faces import Faces
from photoface.store.groups import Groups
from photoface.store.journal import Journal
from photoface.store.ledger import Ledger
from photoface.store.people import People
from photoface.store.photos import Photos
from photoface.store.said import to_reread

if TYPE_CHECKING:  # what only some commands need is imported by those; numpy alone is a quarter of a command's start
    import numpy as np
    from numpy.typing import NDArray

    from photoface.domain.faces import Vectors as UnitRows
    from photoface.services.finding.live_gallery import LiveGallery
    from photoface.services.packs.embedding import Embedding
    from photoface.services.suggestions.standing import StandingOf
    from photoface.store.glances import Glances
    from photoface.store.thumbs import Thumbs
    from photoface.store.vectors import Vectors
    from photoface.vision.catalog import Catalog

Ids: TypeAlias = "NDArray[np.int64]"


class Library:
    """One library and the catalogue that tells what its models are.

    catalog: or what loads it, once somebody asks.
    """

    def __init__(self, db: LibraryDatabase, catalog: Catalog | Callable[[], Catalog]) -> None:
        self.db = db
        self._catalog, self._later = catalog, 0
        self.photos, self.faces, self.people, self.groups = Photos(db), Faces(db), People(db), Groups(db)
        self.ledger, self.journal = Ledger(db), Journal(db, self._follow)

    @contextmanager
    def followed_later(self) -> Iterator[None]:
        """Many decisions at once: what follows from them is worked out when all of them are made."""
        self._later += 1
        try:
            yield
        finally:
            self._later -= 1
        self._follow()

    def _follow(self) -> None:
        if not self._later:
            follow(self)

    @cached_property
    def catalog(self) -> Catalog:
        return self._catalog() if callable(self._catalog) else self._catalog

    @cached_property
    def vectors(self) -> Vectors:
        from photoface.store.vectors import Vectors

        return Vectors(self.db)

    @cached_property
    def thumbs(self) -> Thumbs:
        from photoface.store.thumbs import Thumbs

        return Thumbs(self.folder)

    @cached_property
    def glances(self) -> Glances:
        from photoface.store.glances import Glances

        return Glances(self.thumbs)

    @cached_property
    def gallery(self) -> LiveGallery:
        from photoface.services.finding.live_gallery import LiveGallery

        return LiveGallery(self)

    @cached_property
    def standing(self) -> StandingOf:
        from photoface.services.suggestions.standing import StandingOf

        return StandingOf(self)

    @property
    def folder(self) -> Path:
        return self.db.folder

    def setting(self, key: str) -> str | None:
        """A setting of this library, e.g. its pack."""
        return self.db.setting(key)

    def pack(self) -> str:
        """The pack that this library records; ModelsMissing before its first index."""
        recorded = self.setting("pack")
        if recorded is None:
            raise ModelsMissing("This library has no photos yet. Index a folder with: photoface index FOLDER")
        return recorded

    def embedding(self) -> Embedding:
        """What this library compares faces with."""
        from photoface.services.packs.embedding import embedding_of

        return embedding_of(self.catalog.pack(self.pack()), self.catalog)

    def analysed(self) -> frozenset[bytes]:
        """Photos (identity and orientation byte) that need no reading with the present models."""
        embedding = self.embedding()
        return self.photos.analysed(embedding.detector, embedding.atoms)

    def analysed_ids(self) -> frozenset[int]:
        """The same as ids of photos, without those whose files are to be read once more all the same."""
        embedding = self.embedding()
        return self.photos.analysed_ids(embedding.detector, embedding.atoms) - to_reread(self.db)

    def groupable_vectors(self) -> tuple[Ids, UnitRows]:
        """Face ids [n], rising, and unit rows [n, d] of the faces that may be in a group: all but those set aside."""
        return self.vectors.load(self.embedding().parts, without=self.ledger.excluded())

    def founding(self, face_ids: Ids) -> NDArray[np.bool_]:
        """Which of these faces are good enough to found and widen groups: bool [n]."""
        good: NDArray[np.bool_] = self.faces.qualities(face_ids) >= FOUNDING_QUALITY
        return good

    def present_vectors(self) -> tuple[Ids, UnitRows]:
        """The same of all faces whose photo is there, ignored ones too."""
        return self.vectors.load(self.embedding().parts, without=self.faces.absent_ids().tolist())

    def snapshot(self, reason: str) -> None:
        """A copy of the whole library, for ``restore``; none of what is only rehearsed."""
        from photoface.store.backup import snapshot

        if not self.db.rehearsing:
            snapshot(self.db, reason)
