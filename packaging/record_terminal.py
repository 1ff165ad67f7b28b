"""Writes the picture of the README: commands of photoface, run for real, as a terminal would show them.

    .venv/bin/python packaging/record_terminal.py PHOTOS docs/terminal.svg

PHOTOS holds a folder for each person, called after them, with photos in which they are. photoface sees the photos
without these names, as a camera would number them. The library is a new one and is thrown away again; the models are
the installed ones. Only paths are shortened, and what is long.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

WIDTH = 92
TITLE = "photoface"


@dataclass
class Recorder:
    """Types commands into a terminal of its own, in which ~/Pictures are the photos."""

    home: Path
    console: Console = field(default_factory=lambda: Console(record=True, width=WIDTH, file=io.StringIO()))

    def type(self, command: str, first: int = 6, last: int = 0) -> None:
        """Runs a command line and records it with the first and the last lines of what it says."""
        lines = self._shorten(self._output(command)).rstrip().splitlines()
        if len(lines) > first + last + 1:
            lines = [*lines[:first], "…", *lines[len(lines) - last :]]
        self.console.print(Text("$ ", style="bold green") + Text(command, style="bold"))
        self.console.print(Text("\n".join(line.rstrip() for line in lines) + "\n"))

    def rows(self, *command: str) -> list[dict[str, object]]:
        """What a command says to programs; not recorded."""
        said = subprocess.run(
            self._program(*command, "--json"), env=self._environment(), stdout=subprocess.PIPE, check=True
        )
        return [json.loads(line) for line in said.stdout.splitlines()]

    def save(self, file: Path) -> None:
        """As SVG with the reader's own fonts: nothing is fetched from elsewhere."""
        svg = self.console.export_svg(title=TITLE)
        file.write_text(re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL), encoding="utf-8")

    def _output(self, command: str) -> str:
        script = 'photoface() { "$PHOTOFACE_PYTHON" -m photoface "$@"; }; ' + command
        said = subprocess.run(
            ["sh", "-c", script], cwd=self.home, env=self._environment(),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=True,
        )  # fmt: skip
        return said.stdout

    def _program(self, *command: str) -> list[str]:
        return [sys.executable, "-m", "photoface", *command]

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "HOME": str(self.home), "PHOTOFACE_LIBRARY": str(self.home / "library"),
            "PHOTOFACE_PYTHON": sys.executable, "COLUMNS": str(WIDTH), "PYTHONPATH": str(Path(__file__).parents[1]),
        }  # fmt: skip

    def _shorten(self, said: str) -> str:
        return said.replace(str(self.home), "~")


def number(photos: Path, folder: Path) -> dict[str, str]:
    """Copies the photos as a camera would name them; returns who is on which."""
    found = sorted(photos.glob("*/*"), key=lambda photo: hashlib.sha256(photo.name.encode()).digest())
    folder.mkdir()
    people: dict[str, str] = {}
    for count, photo in enumerate(found, start=1):
        copy = folder / f"IMG_{count:04}{photo.suffix}"
        shutil.copy(photo, copy)
        people[copy.name] = photo.parent.name.replace("_", " ")
    return people


def largest_groups(recorder: Recorder, people: dict[str, str], how_many: int) -> list[tuple[int, str]]:
    """The largest groups with the person that most of their photos are of."""
    groups: dict[int, Counter[str]] = {}
    for row in recorder.rows("faces"):
        if row["cluster_id"] is not None:
            groups.setdefault(int(str(row["cluster_id"])), Counter())[people[Path(str(row["photo"])).name]] += 1
    ordered = sorted(groups.items(), key=lambda item: -item[1].total())
    return [(group, names.most_common(1)[0][0]) for group, names in ordered[:how_many]]


def record(recorder: Recorder, people: dict[str, str]) -> None:
    """The tour: found, named, searched, taken back."""
    recorder.type("photoface index ~/Pictures", first=4, last=2)
    recorder.type("photoface people", first=7)
    named = largest_groups(recorder, people, 3)
    for group, name in named:
        recorder.type(f'photoface name {group} "{name}"')
    recorder.type("photoface people", first=6)
    asked = next(photo for photo, person in people.items() if person == named[0][1])
    shutil.copy(recorder.home / "Pictures" / asked, recorder.home / "who-is-this.jpg")
    recorder.type("photoface search who-is-this.jpg", first=5)
    recorder.type("photoface undo")


def main() -> int:
    photos, picture = Path(sys.argv[1]), Path(sys.argv[2]).absolute()
    with TemporaryDirectory() as folder:
        recorder = Recorder(Path(folder))
        record(recorder, number(photos, recorder.home / "Pictures"))
    recorder.save(picture)
    return 0


if __name__ == "__main__":
    sys.exit(main())
