"""How long the card of a person takes in the engine: of those with most faces, and of others by lot.

    python -m benchmarks.person_cards FOLDER [--people 20]

FOLDER: a library, as of benchmarks/made_library.py; it is only read. CPU milliseconds of the thread, least of three.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np

from photoface.app import open_library
from photoface.domain.people import Person
from photoface.services.library import Library
from photoface.services.showing.person_card import person_card


def measured(library: Library, person: Person) -> float:
    """Milliseconds."""
    times = []
    for _ in range(3):
        began = time.thread_time()
        person_card(library, person.person_id)
        times.append(1000 * (time.thread_time() - began))
    return min(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--people", type=int, default=20)
    options = parser.parse_args()
    with open_library(options.folder, write=False) as library:
        people = sorted(library.people.list(), key=lambda person: -(person.confirmed + person.named))
        for person in people[:3]:
            print(f"{person.confirmed + person.named:6,} faces: {measured(library, person):4.0f} ms")
        some = [measured(library, person) for person in random.Random(0).sample(people, options.people)]
        print(f"{len(some)} by lot: {np.median(some):.0f} ms, at most {max(some):.0f}")


if __name__ == "__main__":
    main()
