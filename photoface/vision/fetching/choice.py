"""Which source a file is fetched from: mirrors first, then its own sources; the first that answers."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from queue import Empty, Queue

from photoface.vision.fetching.http import AddressOffer
from photoface.vision.fetching.mirror import mirror_offer
from photoface.vision.fetching.offer import Offer, Patience, SourceFailed
from photoface.vision.fetching.package import PackageOffer
from photoface.vision.model import Address, ModelFile

_GRACE = 1.0
"""Seconds for a source that keeps the limit itself to say so."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What asking the sources of a file gave. offers: the first that answered and those after it, not asked yet;
    refused: why not the ones before, "<source> <reason>"."""

    file: ModelFile
    offers: tuple[Offer, ...]
    refused: tuple[str, ...]


def offers_of(file: ModelFile, mirrors: Sequence[str], patience: Patience) -> tuple[Offer, ...]:
    """Every way to get a file, in the order in which they are asked."""
    own = (
        AddressOffer(source.url, file, patience)
        if isinstance(source, Address)
        else PackageOffer(source, file, patience)
        for source in file.sources
    )
    return (*(mirror_offer(mirror, file, patience) for mirror in mirrors), *own)


def reach_all(files: Iterable[ModelFile], mirrors: Sequence[str], patience: Patience) -> dict[str, Reach]:
    """Asks for all files at once; by their names."""
    wanted = {file.name: file for file in files}
    with ThreadPoolExecutor(max_workers=max(len(wanted), 1)) as pool:
        found = pool.map(lambda file: _reach(file, offers_of(file, mirrors, patience)), wanted.values())
        return {reach.file.name: reach for reach in found}


def _reach(file: ModelFile, offers: tuple[Offer, ...]) -> Reach:
    refused: list[str] = []
    for at, offer in enumerate(offers):
        reason = _ask(offer)
        if reason is None:
            return Reach(file, offers[at:], tuple(refused))
        refused.append(f"{offer.origin} {reason}")
    return Reach(file, (), tuple(refused))


def _ask(offer: Offer) -> str | None:
    """Why not; None when it answers. In a thread of its own: looking up a host's name knows no time limit."""
    answers: Queue[str | Exception | None] = Queue()

    def ask() -> None:
        try:
            offer.check()
        except SourceFailed as failure:
            answers.put(str(failure))
        except Exception as bug:
            answers.put(bug)
        else:
            answers.put(None)

    threading.Thread(target=ask, daemon=True).start()
    try:
        answer = answers.get(timeout=offer.within + _GRACE)
    except Empty:
        return f"did not answer within {offer.within:g} s"
    if isinstance(answer, Exception):
        raise answer
    return answer
