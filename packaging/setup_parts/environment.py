"""The virtual environment in the checkout.

Its stamp is written last. One with the mark of an unfinished set-up is thrown away and made anew, because pip, stopped
in the middle, leaves packages that look installed. A folder with neither was made by others: used, never deleted.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from setup_parts import stamp
from setup_parts.say import SetupProblem
from setup_parts.stamp import Stamp

UNFINISHED = ".photoface-unfinished"
NEEDED_BYTES = 1_500_000_000  # 1.0 GB with the tools of development, and what pip unpacks on the way
VENV = ("-m", "venv")
USABLE = "import sys, pip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))"


@dataclass(frozen=True, slots=True)
class Environment:
    """The folder .venv of one checkout."""

    checkout: Path

    @property
    def folder(self) -> Path:
        return self.checkout / ".venv"

    @property
    def python(self) -> Path:
        inside = ("Scripts", "python.exe") if sys.platform == "win32" else ("bin", "python")
        return self.folder.joinpath(*inside)

    def is_ready(self, inputs: Sequence[str], desktop: bool) -> bool:
        """Whether all that these files of the checkout ask for is in place. Reads a few small files, nothing else."""
        found = self._stamp()
        if found is None or not self._lives_here(found) or (desktop and not found.desktop):
            return False
        return not outdated(found, self.checkout, inputs)

    def prepare(self) -> Stamp:
        """Leaves an environment with pip in it, marked as unfinished; returns what of it may be kept."""
        found = self._stamp()
        foreign = found is None or found.adopted
        if foreign and self.folder.exists() and not self._mark.exists():
            found = self._adopt()
        elif found is None or not self._lives_here(found):
            self.discard()
            found = self._create()
        self._open(found)
        return found

    def finish(self, made: Stamp, inputs: Sequence[str], desktop: bool) -> None:
        """Writes the stamp: from here on this environment is used as it is."""
        installed = {**made.installed, **stamp.digests(self.checkout, inputs)}
        stamp.write(self.folder, replace(made, desktop=desktop, installed=installed))
        self._mark.unlink(missing_ok=True)

    def discard(self) -> None:
        """Removes what an unfinished or displaced set-up left; what somebody else made stays."""
        found = stamp.read(self.folder)
        if self._mark.exists() or (found is not None and not found.adopted):
            shutil.rmtree(self.folder)

    @property
    def _mark(self) -> Path:
        return self.folder / UNFINISHED

    def _stamp(self) -> Stamp | None:
        return None if self._mark.exists() else stamp.read(self.folder)

    def _lives_here(self, found: Stamp) -> bool:
        """Scripts and links inside hold the checkout's path and its Python's: both may have moved since."""
        return found.checkout == str(self.checkout) and self.python.exists()

    def _open(self, found: Stamp) -> None:
        if found.adopted:
            stamp.remove(self.folder)
        else:
            self._mark.touch()

    def _create(self) -> Stamp:
        self._require_room()
        self.folder.mkdir()
        self._mark.touch()
        command = [sys.executable, *VENV, str(self.folder)]
        made = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if made.returncode:
            raise SetupProblem(f"{made.stdout.strip()}\n\nThe virtual environment could not be made (see above).")
        return Stamp(str(self.checkout))

    def _adopt(self) -> Stamp:
        if not self._is_usable():
            raise SetupProblem(
                f"{self.folder} was not made by this set-up and has no Python 3.11 to 3.13 with pip. "
                "Move it away, then type the same command again."
            )
        return Stamp(str(self.checkout), adopted=True)

    def _is_usable(self) -> bool:
        probe = [str(self.python), "-c", USABLE]
        return self.python.exists() and subprocess.run(probe, capture_output=True, check=False).returncode == 0

    def _require_room(self) -> None:
        free = shutil.disk_usage(self.checkout).free
        if free < NEEDED_BYTES:
            raise SetupProblem(
                f"The set-up needs about {NEEDED_BYTES / 1e9:.1f} GB in {self.checkout}, "
                f"where {free / 1e9:.1f} GB are free. Nothing was begun."
            )


def outdated(found: Stamp, checkout: Path, inputs: Sequence[str]) -> list[str]:
    """Those of the files that changed since they were installed from."""
    return [name for name, digest in stamp.digests(checkout, inputs).items() if found.installed.get(name) != digest]
