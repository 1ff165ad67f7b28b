"""What one photo that comes costs a large library: which others look the same.

    python -m benchmarks.photo_that_comes LIBRARY

LIBRARY: a copy; its photos get made-up hashes, 5,000 of them near to another one's. Seconds of CPU.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from photoface.app import open_library
from photoface.services.library import Library
from photoface.services.photos.copies import find_originals
from photoface.services.photos.twins import find_twins

COPIES = 5000


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("library", type=Path)
    with open_library(arguments.parse_args().library, write=True) as library:
        ids = _make_up(library)
        print(json.dumps({"photos": len(ids), "all": _cpu(lambda: find_twins(library))}))
        for number in (1, 30, 1000):
            came = set(ids[:number])
            print(json.dumps({"came": number, "near": _cpu(lambda came=came: find_twins(library, came))}))  # type: ignore[misc]
        print(json.dumps({"originals": _cpu(lambda: find_originals(library))}))


def _make_up(library: Library) -> list[int]:
    ids = [row[0] for row in library.db.rows("SELECT id FROM photo ORDER BY id")]
    rng = np.random.default_rng(0)
    hashes = rng.integers(0, 2**63, len(ids), dtype=np.uint64)
    hashes[rng.choice(len(ids), COPIES, replace=False)] = hashes[rng.integers(0, len(ids), COPIES)] ^ np.uint64(1)
    rows = ((photo_id, hashed.tobytes()) for photo_id, hashed in zip(ids, hashes, strict=True))
    with library.db.transaction():
        sql = "INSERT INTO looks VALUES (?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash"
        library.db.execute_many(sql, rows)
    return ids


def _cpu(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return round(time.process_time() - before, 2)


if __name__ == "__main__":
    main()
