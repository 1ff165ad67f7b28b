"""The film of a live photo that has another name than its photo: found by what both tell, in the photo's folder."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache

from photoface.metadata.live_photos import film_identifier, photo_identifier
from photoface.vision.headers import StoredPhoto
from photoface.worker.neighbours import names_in

FILMS = (b".mov", b".mp4", b".m4v")
MOST_FILMS = 200
"""Of those in a folder that share their names with nothing; the index of each is read once for all photos in it."""


def live_film_bytes(photo: StoredPhoto) -> int:
    """How long the film is that goes with a photo, 0 for none. Never fails.

    A film of the photo's own name is told by the scan (services.pairs), and no other is looked for.
    """
    identifier = photo_identifier(photo.exif)
    if identifier is None:
        return 0
    folder, name = os.path.split(photo.path)
    names = names_in(folder)
    if any(_stem(each) == _stem(name) for each in names if each.lower().endswith(FILMS)):
        return 0
    return _identified(folder, names).get(identifier, 0)


@lru_cache(maxsize=4)
def _identified(folder: bytes, names: Sequence[bytes]) -> Mapping[bytes, int]:
    found = dict[bytes, int]()
    others = {_stem(name) for name in names if not name.lower().endswith(FILMS)}
    alone = [name for name in names if name.lower().endswith(FILMS) and _stem(name) not in others]
    for name in alone[:MOST_FILMS]:
        path = os.path.join(folder, name)
        try:
            if not os.path.isfile(path):  # a pipe would wait for ever
                continue
            with open(path, "rb") as file:
                identifier = film_identifier(file)
                if identifier is not None:
                    found[identifier] = os.fstat(file.fileno()).st_size
        except OSError:  # gone, or may not be read
            continue
    return found


def _stem(name: bytes) -> bytes:
    return os.path.splitext(name)[0].lower()
