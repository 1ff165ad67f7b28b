"""Takes in a model that the user brings: an ArcFace-type ONNX, 112x112 in, 512 numbers out.

ArcFace: Deng et al. 2019; the five-point template of 112x112 is InsightFace's. Nothing is known of how often such a
model errs, so it has no operating points until a library calibrates it.
"""

from __future__ import annotations

import json
import re
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from photoface.domain.errors import BadRequest, ModelRefused
from photoface.vision.arcface_check import SIZE, check_arcface
from photoface.vision.catalog import Catalog
from photoface.vision.converters import to_onnx
from photoface.vision.fetching.writing import write_whole
from photoface.vision.imported import DESCRIPTION
from photoface.vision.manifest import NAME as MANIFEST
from photoface.vision.manifest import Manifest, entry, manifest_bytes
from photoface.vision.model_store import ModelStore
from photoface.vision.workspace import place, workspace

_LARGEST = 2 << 30
_FILE = "model.onnx"
_TEMPLATE = [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]]


@dataclass(frozen=True, slots=True)
class Import:
    """What the user says of the model: (pixel - mean) / scale of 0..255 goes in, in this order of colours."""

    name: str
    licence: str = "unknown"
    channels: str = "RGB"
    mean: float = 127.5
    scale: float = 127.5


def import_model(store: ModelStore, file: Path, wanted: Import) -> ModelStore:
    """Checks a file and copies it into the models folder; the store that knows it.

    BadRequest for a name that is taken or cannot be a name, ModelRefused for a file that is no such model.
    """
    _check_name(store.catalog, wanted)
    data, dims = _usable(file, _read(file), wanted)
    written = entry(_FILE, data)
    with workspace(store.folder) as temporary:
        write_whole(temporary / _FILE, data)
        write_whole(
            temporary / DESCRIPTION, _description(wanted, file.name, dims, written.bytes, written.sha256).encode()
        )
        manifest = Manifest(wanted.name, (written,), written, str(file))
        write_whole(temporary / MANIFEST, manifest_bytes(manifest))
        place(list(temporary.iterdir()), store.folder_of(wanted.name))
    return ModelStore(store.folder, store.catalog)


def name_for(file: Path) -> str:
    """A name for a model out of its file's name: lower-case letters, digits and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:40] or "my-model"


def _check_name(catalog: Catalog, wanted: Import) -> None:
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,39}", wanted.name):
        raise BadRequest(f"{wanted.name!r} cannot be the name of a model: use a-z, 0-9 and dashes, at most 40 of them.")
    taken = wanted.name in {pack.name for pack in catalog.packs}
    if taken or (wanted.name in catalog.models and not catalog.models[wanted.name].imported):
        raise BadRequest(f"There is another model or pack called {wanted.name!r}; choose a name with --name.")


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > _LARGEST:
            raise ModelRefused(f"{file} is too large to be a model for faces; nothing was imported.")
        return file.read_bytes()
    except OSError as error:
        raise ModelRefused(f"{file} cannot be read ({error.strerror}); nothing was imported.") from error


def _usable(file: Path, data: bytes, wanted: Import) -> tuple[bytes, int]:
    """The model as it can be used, and the length of its embeddings: a batch that is fixed to one is made free."""
    found = _check_apart(data, wanted)
    if isinstance(found, str):
        with suppress(ModelRefused):
            freed = to_onnx(str(file), "onnx", [data], ("N", 3, SIZE, SIZE))
            if isinstance(again := _check_apart(freed, wanted), int):
                return freed, again
        raise ModelRefused(f"{file} is not an ArcFace-type model: {found}. Nothing was imported.")
    return data, found


def _check_apart(data: bytes, wanted: Import) -> int | str:
    """In a process of its own: a hostile file may bring down whoever loads it."""
    try:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            return pool.submit(check_arcface, data, wanted.mean, wanted.scale).result()
    except BrokenProcessPool:
        return "loading it brings the program down"


def _description(wanted: Import, title: str, dims: int, size: int, sha256: str) -> str:
    """A table as in models/catalog.toml; JSON strings, numbers and lists are TOML as well."""
    plain = {
        "title": title,
        "task": "embedding",
        "format": "onnx",
        "licence": wanted.licence,
        "licence_url": "",
        "dims": dims,
    }
    lines = [f"{key} = {json.dumps(value)}" for key, value in plain.items()]
    lines += [
        f"input = {{ channels = {json.dumps(wanted.channels)}, size = {[SIZE, SIZE]}, "
        f"mean = {float(wanted.mean)}, scale = {float(wanted.scale)} }}",
        f"template = {{ size = {[SIZE, SIZE]}, points = {_TEMPLATE} }}",
        f"[[files]]\nname = {json.dumps(_FILE)}\nbytes = {size}\nsha256 = {json.dumps(sha256)}",
    ]
    return "\n".join(lines) + "\n"
