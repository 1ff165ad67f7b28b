"""Makes a library of made-up faces, through the product's own store: what figures on large libraries are taken on.

    python benchmarks/made_library.py FOLDER --faces 100000 --photos 100000 --people 4000 --pack standard

Embeddings and people are those of benchmarks/synthetic.py; faces lie in photos of one to several people, some photos
have none. Groups are those of the truth, with the mistakes that grouping makes: large people fall into several groups,
most poor faces are in none. Decisions: names, confirmed, rejected and ignored faces, "different" and "same". The photos
themselves do not exist. FOLDER/truth.npz holds face_ids and people, int64 [n]. The same arguments make the same faces.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np

from benchmarks import made_decisions, made_photos, made_pictures, synthetic
from photoface.services.library import Library
from photoface.store.database import LibraryDatabase
from photoface.vision.catalog import load_catalog


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--faces", type=int, default=100_000)
    parser.add_argument("--photos", type=int, help="at least so many; default: as many as faces")
    parser.add_argument("--people", type=int, default=4_000, help="how many get a name")
    parser.add_argument("--pack", default="standard", help="of the catalogue: gives the length of the embeddings")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--bare", action="store_true", help="no groups and no decisions")
    parser.add_argument("--pictures", action="store_true", help="thumbnails and face crops too, 14 kB for each photo")
    made = parser.parse_args()
    start = time.process_time()
    make(made.folder, made.faces, made.photos or made.faces, 0 if made.bare else made.people, made.pack, made.seed)
    if made.pictures:
        with LibraryDatabase.create_or_open(made.folder, write=True) as db:
            made_pictures.save(Library(db, load_catalog()), made.seed)
    print(f"{made.folder}: {made.faces:,} faces, {time.process_time() - start:.1f} CPU s")


def make(  # noqa: PLR0913, PLR0917 - the arguments of the command line
    folder: Path, faces: int, photos: int, people: int, pack: str = "standard", seed: int = 0
) -> None:
    """A library of so many faces in at least so many photos; people 0: neither groups nor decisions.

    FileExistsError where there is a library already.
    """
    if (folder / "library.db").exists():
        raise FileExistsError(f"{folder} holds a library already")
    rng = np.random.default_rng(seed)
    with LibraryDatabase.create_or_open(folder, write=True) as db:
        library = Library(db, load_catalog())
        db.set_setting("pack", pack)
        dims = sum(library.catalog.model(name).dims for name in library.embedding().atoms)
        plan = made_photos.plan(synthetic.library(faces, dims, seed), photos, rng)
        face_ids = made_photos.save(library, plan, rng)
        np.savez(folder / "truth.npz", face_ids=face_ids, people=plan.faces.people)
        if people:
            made_decisions.group(library, face_ids, plan.faces, rng)
            with library.followed_later():
                made_decisions.decide(library, face_ids, plan.faces, people, rng)


if __name__ == "__main__":
    main()
