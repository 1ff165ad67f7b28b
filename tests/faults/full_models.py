"""A model installed on a disk without room for it: run in a namespace by test_disk_full.py.

python -m tests.faults.full_models FOLDER POINTS SEED
"""

from __future__ import annotations

import random
import shutil
import sys
from pathlib import Path

from photoface.domain.errors import DiskFull
from photoface.vision.fetching.offer import Patience
from photoface.vision.installer import Installer
from photoface.vision.model_store import ModelStore
from tests.faults.small_disk import filled, mount
from tests.vision.tiny_models import file_of, tiny_catalog, tiny_model, tiny_onnx

DATA = tiny_onnx(padding=100_000)
KEPT = tiny_model("kept", file_of("kept.onnx", DATA))
MADE = tiny_model("made", file_of("made.onnx", DATA), free_size=("N", 3, "H", "W"))
NEED = len(DATA) // 4096


def main(folder: Path, points: int, seed: str) -> None:
    """One model is there; another one finds less room than it needs, at random levels."""
    disk, mirror, dice = folder / "disk", folder / "mirror", random.Random(seed)
    for made in (disk, mirror):
        made.mkdir()
    mount(disk)
    for name in ("kept.onnx", "made.onnx"):
        (mirror / name).write_bytes(DATA)
    store = ModelStore(disk / "models", tiny_catalog(KEPT, MADE))
    _install(store, "kept", mirror)
    for _ in range(points):
        pages = dice.randrange(NEED)
        print(f"models: {pages} of {NEED} pages free, seed {seed}", file=sys.stderr, flush=True)
        with filled(disk, pages):
            told = _full(store, mirror)
        assert told.startswith(f"The disk of {store.folder} is full. Nothing was left behind"), told
        assert told.endswith("make room and try again."), told
        assert _below(store) == {"kept", ".install.lock"}
        assert store.onnx_bytes("kept") == DATA
        _install(store, "made", mirror)
        store.verify("made")
        shutil.rmtree(store.folder_of("made"))


def _full(store: ModelStore, mirror: Path) -> str:
    try:
        _install(store, "made", mirror)
    except DiskFull as error:
        return str(error)
    raise AssertionError("there was room")


def _install(store: ModelStore, name: str, mirror: Path) -> None:
    installer = Installer(store, [str(mirror)], Patience(answer=5, silence=1, pause=0.001))
    models = [store.catalog.model(name)]
    for _ in installer.install(models, installer.reach(models)):
        pass


def _below(store: ModelStore) -> set[str]:
    return {each.name for each in store.folder.iterdir()}


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
