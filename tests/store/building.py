"""Libraries for the tests of the store: real SQLite files, faces made of numbers."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from photoface.domain.faces import Detection, FaceAnalysis, PhotoAnalysis
from photoface.domain.geometry import Box, Size
from photoface.store.database import LibraryDatabase
from photoface.store.journal import Journal, Recorder
from photoface.store.photos import Photos

JPEG = b"\xff\xd8\xff\xd9"
DIMS = 128
SIZE = Size(1000, 500)


def vector(seed: int, dims: int = DIMS) -> np.ndarray:
    """A unit float32 [dims], the same for the same seed."""
    drawn = np.random.default_rng(seed).normal(size=dims)
    return (drawn / np.linalg.norm(drawn)).astype(np.float32)


def face(x: float = 100, y: float = 50, size: float = 80, *, seed: int = 0, quality: float = 0.9) -> FaceAnalysis:
    """A face with its box at (x, y) and landmarks inside."""
    box = Box(x, y, size, size)
    shares = np.array([[0.3, 0.3], [0.7, 0.3], [0.5, 0.55], [0.35, 0.8], [0.65, 0.8]], np.float32)
    landmarks = shares * np.float32(size) + np.array([x, y], np.float32)
    return FaceAnalysis(Detection(box, landmarks, 0.95), quality, {"m": vector(seed)}, JPEG)


def analysis(
    path: bytes, *faces: FaceAnalysis, content: bytes | None = None, orientation: int = 1, detector: str = "d"
) -> PhotoAnalysis:
    """What reading a file gave; the same content is the same photo."""
    identity = hashlib.blake2b(path if content is None else content, digest_size=32).digest()
    shown = SIZE.turned(orientation)
    embedders = tuple(dict.fromkeys(model for each in faces for model in each.embeddings)) or ("m",)
    return PhotoAnalysis(
        path, identity, shown, orientation, "JPEG", None, False, False, detector, embedders, tuple(faces), JPEG
    )


def with_embedding(given: FaceAnalysis, **embeddings: np.ndarray) -> FaceAnalysis:
    """The same face with embeddings of other models."""
    return replace(given, embeddings=embeddings)


def opened(folder: Path, *, write: bool = True) -> LibraryDatabase:
    """The library below ``folder``."""
    return LibraryDatabase.create_or_open(folder / "library", write=write)


def add_photo(db: LibraryDatabase, name: str, *faces: FaceAnalysis, folder: bytes = b"/photos") -> list[int]:
    """A photo in a folder; the ids of its faces."""
    photos = Photos(db)
    folder_id = photos.add_folder(folder).folder_id
    saved = photos.save_analysis(folder_id, analysis(folder + b"/" + name.encode(), *faces), 10, 20)
    return list(saved.face_ids)


def add_faces(db: LibraryDatabase, count: int, *, prefix: str = "p") -> list[int]:
    """So many photos with one face each; the ids of the faces."""
    with db.transaction():
        return [add_photo(db, f"{prefix}{index}.jpg", face(seed=index))[0] for index in range(count)]


def new_person(op: Recorder, name: str) -> int:
    """A person in a running operation; the id."""
    return int(op.put("person", {"uuid": str(uuid.uuid4()), "name": name, "created_at": "2026-01-01"})["id"])


def decide(db: LibraryDatabase, name: str, face_ids: Sequence[int], state: str = "confirmed") -> int:
    """One operation that makes a person of these faces; the person's id."""
    with Journal(db).operation("name", f"name {name}") as op:
        person_id = new_person(op, name)
        op.put_many("verdict", [{"face_id": each, "state": state, "person_id": person_id} for each in face_ids])
    return person_id


def dump(db: LibraryDatabase, tables: Sequence[str]) -> dict[str, list[tuple[object, ...]]]:
    """All rows of some tables, in order."""
    return {table: sorted(db.rows(f"SELECT * FROM {table}"), key=repr) for table in tables}
