"""Copies that were edited or exported anew are other photos: who is in them is offered by the photo they look like.

The face has to be in the same place of the picture and to look like the same person; in a copy that is told by its name
and may be cut, anywhere, and to look more like that person. Where two originals say two people, both are asked. Nothing
is decided here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np

from photoface.domain.similarity import angles
from photoface.services.calibration.pair_rates import pair_rates
from photoface.services.library import Library
from photoface.services.photos.look_alikes import Hashes
from photoface.services.photos.nearby import limits
from photoface.services.photos.twins import Pictures
from photoface.store.looks import all_hashes, apart, present_looks
from photoface.store.originals import Shared, gone_looks, save_originals, shared_faces

SAME_PLACE = 0.5
"""Overlap of two boxes, intersection over union, from which they are one face in two copies: as when a photo is read
again (store.face_matching)."""

STRANGERS = 1e-3
"""A face in the same place of the same picture is the same but for mistakes of the comparison: no nearer than so many
pairs of strangers are it is not offered."""

ELSEWHERE = 1e-4
"""The same of a face in another place of a copy that was cut."""


def find_originals(library: Library) -> None:
    """Photos that are there and look like one that is gone, in which somebody has a name: found, kept as a guess."""
    gone = gone_looks(library.db)
    if not gone:
        save_originals(library.db, ())
        return
    bits = limits(library).bits
    pictures, told_apart, hashes = Pictures(library), apart(library.db), Hashes(all_hashes(library.db))
    near = {there.photo_id: hashes.near(there.hash, bits) for there in gone}
    here = {look.photo_id: look for look in present_looks(library.db, {each for ids in near.values() for each in ids})}
    pairs = (
        (photo_id, there.photo_id)
        for there in gone
        for photo_id in near[there.photo_id]
        if photo_id in here
        and (min(photo_id, there.photo_id), max(photo_id, there.photo_id)) not in told_apart
        and pictures.same(here[photo_id], there)
    )
    save_originals(library.db, pairs)


def offers(library: Library) -> Mapping[int, tuple[int, ...]]:
    """Person -> faces of copies, rising, that are probably theirs, by the photos that these look like."""
    near = [each for each in shared_faces(library.db) if each.edited or _same_place(each)]
    found = defaultdict[int, set[int]](set)
    for each in _alike(library, near):
        found[each.person_id].add(each.face_id)
    return {person: tuple(sorted(faces)) for person, faces in found.items()}


def _same_place(pair: Shared) -> bool:
    return pair.box.iou(pair.original_box) >= SAME_PLACE


def _alike(library: Library, pairs: list[Shared]) -> Iterable[Shared]:
    rates = pair_rates(library)
    if not pairs or rates is None:
        return []
    wanted = sorted({face for each in pairs for face in (each.face_id, each.original_id)})
    ids, vectors = library.vectors.load(library.embedding().parts, wanted)
    row = {face: at for at, face in enumerate(ids.tolist())}
    known = [each for each in pairs if each.face_id in row and each.original_id in row]
    one, other = (vectors[[row[face] for face in side]] for side in _sides(known))
    limit = [rates.angle_at(STRANGERS if _same_place(each) else ELSEWHERE) for each in known]
    near = angles(np.einsum("ij,ij->i", one, other)) <= np.array(limit)
    return [each for each, alike in zip(known, near.tolist(), strict=True) if alike]


def _sides(pairs: list[Shared]) -> tuple[list[int], list[int]]:
    return [each.face_id for each in pairs], [each.original_id for each in pairs]
