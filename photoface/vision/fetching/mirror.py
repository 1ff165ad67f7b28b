"""A mirror: a folder, or an address, that holds files under the names that they have in public."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from photoface.vision.fetching.http import AddressOffer
from photoface.vision.fetching.offer import Amount, Offer, Patience, SourceFailed
from photoface.vision.fetching.writing import write_checked
from photoface.vision.model import ModelFile

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class FolderOffer:
    """A file in a folder."""

    folder: Path
    file: ModelFile
    patience: Patience

    @property
    def origin(self) -> str:
        return str(self.folder)

    @property
    def within(self) -> float:
        return self.patience.answer

    def check(self) -> None:
        if not (self.folder / self.file.name).is_file():
            raise SourceFailed(f"has no file {self.file.name}")

    def fetch(self, target: Path) -> Iterator[Amount]:
        self.check()
        yield from write_checked(self._chunks(), target, self.file)

    def _chunks(self) -> Iterator[bytes]:
        try:
            with (self.folder / self.file.name).open("rb") as source:
                while chunk := source.read(_CHUNK):
                    yield chunk
        except OSError as error:
            raise SourceFailed(f"has a file {self.file.name} that cannot be read ({error.strerror})") from error


def mirror_offer(mirror: str, file: ModelFile, patience: Patience) -> Offer:
    """What a mirror offers for a file: an http(s) address, else a folder."""
    if mirror.startswith(("http://", "https://")):
        return AddressOffer(f"{mirror.rstrip('/')}/{quote(file.name)}", file, patience)
    return FolderOffer(Path(mirror).expanduser().absolute(), file, patience)
