"""Writes the locks: the newest versions that pyproject.toml allows, each with the hashes of all its public files.

    make lock           (needs the program uv: pip install uv)

One lock serves Linux, macOS and Windows with Python 3.11 to 3.13. It names no index: pip uses the one it is set up for.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[1]
COMPILE = [
    "pip", "compile", "--quiet", "--no-config", "--upgrade",
    "--universal", "--python-version", "3.11", "--fork-strategy", "fewest",
    "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--no-header",
]  # fmt: skip
RUN, BUILD, DEVELOP = "requirements.lock", "requirements-build.lock", "requirements-dev.lock"
LOCKS = {
    RUN: ["pyproject.toml"],
    BUILD: ["--group", "build", "-c", RUN],
    DEVELOP: ["pyproject.toml", "--group", "dev", "-c", RUN, "-c", BUILD],
}
HEADER = "# Written by `make lock` from pyproject.toml. Not edited by hand.\n"


def main() -> int:
    uv = shutil.which("uv")
    if uv is None:
        print("make lock needs the program uv: pip install uv", file=sys.stderr)
        return 2
    for name, inputs in LOCKS.items():
        write_lock(uv, CHECKOUT / name, inputs)
    return 0


def write_lock(uv: str, lock: Path, inputs: list[str]) -> None:
    """Resolves with uv and puts the lock in place whole."""
    command = [uv, *COMPILE, *inputs]
    resolved = subprocess.run(
        command, cwd=CHECKOUT, env=plain_environment(), stdout=subprocess.PIPE, text=True, check=True
    )
    text = resolved.stdout
    if re.search(r"https?://|file:|(^|\s)/", text):
        raise SystemExit(f"{lock.name} would name an address or a path; it has to name neither.")
    draft = lock.with_suffix(".new")
    draft.write_text(HEADER + text, encoding="utf-8")
    draft.replace(lock)


def plain_environment() -> dict[str, str]:
    """Without this machine's indexes and local files: their builds are not the public ones."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_"))}


if __name__ == "__main__":
    sys.exit(main())
