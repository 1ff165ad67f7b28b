"""A file from an http or https address, resumed after a cut; source: RFC 9110, section 14 (range requests)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import cast
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from photoface import __version__
from photoface.vision.fetching.offer import Amount, Patience, SourceFailed
from photoface.vision.fetching.writing import write_checked
from photoface.vision.model import ModelFile

_CHUNK = 1 << 16
_FRUITLESS = 3  # attempts in a row that bring no byte


@dataclass(frozen=True, slots=True)
class AddressOffer:
    """A file at an address."""

    url: str
    file: ModelFile
    patience: Patience

    @property
    def origin(self) -> str:
        return self.url

    @property
    def within(self) -> float:
        return self.patience.answer

    def check(self) -> None:
        try:
            _ask(self.url, 0, 0, self.patience.answer).close()
        except (OSError, HTTPException) as error:
            raise SourceFailed(_reason(error, self.patience.answer)) from error

    def fetch(self, target: Path) -> Iterator[Amount]:
        yield from write_checked(self._chunks(), target, self.file)

    def _chunks(self) -> Iterator[bytes]:
        """Bytes from the first to the last; after a cut it goes on where it was."""
        got, fruitless = 0, 0
        while got < self.file.bytes:
            before, cut = got, f"gives a file of {got} bytes under this name"
            try:
                for chunk in _bytes_from(self.url, got, self.patience.silence):
                    got += len(chunk)
                    yield chunk
            except (OSError, HTTPException) as error:
                if _is_final(error):
                    raise SourceFailed(_reason(error, self.patience.silence)) from error
                cut = cut if _is_end(error) else _reason(error, self.patience.silence)
            fruitless = 0 if got > before else fruitless + 1
            if fruitless == _FRUITLESS:
                raise SourceFailed(cut)
            time.sleep(self.patience.pause * fruitless)


def _bytes_from(url: str, start: int, silence: float) -> Iterator[bytes]:
    with _ask(url, start, None, silence) as response:
        if response.status == 206 and not response.headers.get("Content-Range", "").startswith(f"bytes {start}-"):
            raise SourceFailed("goes on at the wrong place after a cut")
        left = start if response.status == 200 else 0  # a server that knows no ranges begins again
        while chunk := response.read(_CHUNK):
            if len(chunk) > left:
                yield chunk[left:]
            left = max(left - len(chunk), 0)


def _ask(url: str, start: int, last: int | None, timeout: float) -> HTTPResponse:
    headers = {"User-Agent": f"photoface/{__version__}", "Accept-Encoding": "identity"}
    if start or last is not None:
        headers["Range"] = f"bytes={start}-{'' if last is None else last}"
    return cast(HTTPResponse, urlopen(Request(url, headers=headers), timeout=timeout))


def _is_final(error: Exception) -> bool:
    """Whether asking again is in vain: it refuses, or it has been silent for as long as it may."""
    return _is_timeout(error) or (isinstance(error, HTTPError) and error.code < 500 and not _is_end(error))


def _is_end(error: Exception) -> bool:
    """Range not satisfiable: there is nothing behind the bytes that have come."""
    return isinstance(error, HTTPError) and error.code == 416


def _is_timeout(error: BaseException | str) -> bool:
    return isinstance(error, TimeoutError) or (isinstance(error, URLError) and _is_timeout(error.reason))


def _reason(error: Exception, limit: float) -> str:
    if _is_timeout(error):
        return f"did not answer for {limit:g} s"
    if isinstance(error, HTTPError):
        return f"answers {error.code} {error.reason}"
    cause = error.reason if isinstance(error, URLError) else error
    return f"cannot be reached ({(isinstance(cause, OSError) and cause.strerror) or cause})"
