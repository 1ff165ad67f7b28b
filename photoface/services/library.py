"""A library opened: its tables, and what belongs together of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from photoface.domain.errors import ModelsMissing
from photoface.domain.faces import FOUNDING_QUALITY
from photoface.domain.faces import Vectors as UnitRows
from photoface.services.embedding import Embedding, embedding_of
from photoface.store.backup import snapshot
from photoface.store.database import LibraryDatabase
from photoface.store.faces import Faces
from photoface.store.glances import Glances
from photoface.store.groups import Groups
from photoface.store.journal import Journal
from photoface.store.ledger import Ledger
from photoface.store.people import People
from photoface.store.photos import Photos
from photoface.store.thumbs import Thumbs
from photoface.store.vectors import Vectors
from photoface.vision.catalog import Catalog

Ids = NDArray[np.int64]


@dataclass
class Library:
    """One library and the catalogue that tells what its models are."""

    db: LibraryDatabase
    catalog: Catalog
    photos: Photos = field(init=False)
    faces: Faces = field(init=False)
    people: People = field(init=False)
    groups: Groups = field(init=False)
    ledger: Ledger = field(init=False)
    journal: Journal = field(init=False)
    vectors: Vectors = field(init=False)
    thumbs: Thumbs = field(init=False)
    glances: Glances = field(init=False)

    def __post_init__(self) -> None:
        for name, kind in (("photos", Photos), ("faces", Faces), ("people", People), ("groups", Groups)):
            setattr(self, name, kind(self.db))
        self.ledger, self.journal, self.vectors = Ledger(self.db), Journal(self.db), Vectors(self.db)
        self.thumbs = Thumbs(self.folder)
        self.glances = Glances(self.thumbs)

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
        return embedding_of(self.catalog.pack(self.pack()), self.catalog)

    def analysed(self) -> frozenset[bytes]:
        """Photos (identity and orientation byte) that need no reading with the present models."""
        embedding = self.embedding()
        return self.photos.analysed(embedding.detector, embedding.atoms)

    def analysed_ids(self) -> frozenset[int]:
        """The same as ids of photos."""
        embedding = self.embedding()
        return self.photos.analysed_ids(embedding.detector, embedding.atoms)

    def groupable_vectors(self) -> tuple[Ids, UnitRows]:
        """Face ids [n], rising, and unit rows [n, d] of the faces that may be in a group: all but those set aside."""
        ids, vectors = self.vectors.load(self.embedding().parts)
        inside = ~np.isin(ids, np.fromiter(self.ledger.excluded(), np.int64))
        return ids[inside], vectors[inside]

    def founding(self, face_ids: Ids) -> NDArray[np.bool_]:
        """Which of these faces are good enough to found and widen groups: bool [n]."""
        good: NDArray[np.bool_] = self.faces.qualities(face_ids) >= FOUNDING_QUALITY
        return good

    def present_vectors(self) -> tuple[Ids, UnitRows]:
        """The same of all faces whose photo is there, ignored ones too."""
        ids, vectors = self.vectors.load(self.embedding().parts)
        inside = np.isin(ids, self.faces.present_ids())
        return ids[inside], vectors[inside]

    def snapshot(self, reason: str) -> None:
        """A copy of the whole library, for ``restore``."""
        snapshot(self.db, reason)
