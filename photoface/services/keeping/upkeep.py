"""What is in a library, and going back to a snapshot of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from photoface.domain.errors import NotFound
from photoface.services.groups.manner import manner_of
from photoface.services.library import Library
from photoface.store.photo_lists import Counts, FailedFile

if TYPE_CHECKING:
    from photoface.store.backup import Snapshot


@dataclass(frozen=True, slots=True)
class Status:
    """counts: photos, faces, people and so on; failures: files that could not be used."""

    counts: Counts
    pack: str | None
    algorithm: str
    wrong: float
    failures: list[FailedFile]

    def numbers(self) -> dict[str, object]:
        """Everything but the failures, for programs."""
        return {**asdict(self.counts), "pack": self.pack, "algorithm": self.algorithm, "wrong": self.wrong}


def status(library: Library) -> Status:
    """The library in numbers."""
    algorithm, wrong = manner_of(library)
    return Status(library.photos.counts(), library.setting("pack"), algorithm, wrong, library.photos.failures())


def list_snapshots(folder: Path) -> list[Snapshot]:
    """The snapshots of the library in ``folder``, newest first."""
    from photoface.store.backup import snapshots

    return snapshots(folder)


def restore_snapshot(folder: Path, name: str) -> Path:
    """Swaps the library for the snapshot of that name, or ``latest``; the present library becomes a snapshot itself."""
    from photoface.store.backup import restore, snapshots

    known = snapshots(folder)
    chosen = next((each for each in known if name in (each.path.name, each.path.stem)), None)
    if name == "latest" and known:
        chosen = known[0]
    if chosen is None:
        raise NotFound(f"There is no snapshot {name}. See them with: photoface restore")
    restore(folder, chosen)
    return chosen.path
