"""Installs missing parts of the system, or says exactly what to type. Nothing else of the set-up has begun by then."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from setup_parts import system
from setup_parts.say import SetupProblem, say

APT = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", "-o", "Dpkg::Use-Pty=0"]


def ensure_system() -> None:
    """Raises SetupProblem, with the one line to type, when something is missing that this user cannot install."""
    if sys.platform == "linux":
        system.refuse_old_system(system.libc_here())
    missing = system.missing_parts(desktop=system.has_display())
    if not missing:
        return
    if not system.may_install():
        raise SetupProblem(request(missing))
    install_by_apt(system.packages_of(missing))
    still = system.missing_parts(desktop=system.has_display())
    if still:
        names = ", ".join(part.words for part in still)
        raise SetupProblem(f"The packages are installed, yet these are still not found: {names}")


def request(missing: Sequence[system.Part]) -> str:
    """What somebody without the right to install has to do first."""
    if not system.is_debian():
        return general_request(missing)
    return (
        "photoface needs some packages of the system first, and only an administrator can install them.\n"
        f"Please type this line, then the same command again:\n\n    {apt_line(system.packages_of(missing))}\n"
    )


def general_request(missing: Sequence[system.Part]) -> str:
    return (
        "photoface needs some things that were not found on this system:\n"
        + "".join(f"  - {part.words}\n" for part in missing)
        + "Please install them with the package manager of your system, then type the same command again."
    )


def apt_line(packages: Sequence[str]) -> str:
    """One line that can be pasted; it fetches the package lists first where there are none."""
    install = "apt-get install -y --no-install-recommends " + " ".join(packages)
    commands = [install] if _has_lists() else ["apt-get update", install]
    if shutil.which("sudo"):
        return " && ".join("sudo " + command for command in commands)
    return f'su -c "{" && ".join(commands)}"'


def _has_lists() -> bool:
    return any(Path("/var/lib/apt/lists").glob("*_Packages*"))


def install_by_apt(packages: Sequence[str]) -> None:
    say(f"Installing {len(packages)} packages of the system: {' '.join(packages)}")
    _apt("update")  # a broken foreign source fails it; what counts is whether the next step works
    outcome = _apt("install", "-y", "--no-install-recommends", *packages)
    if outcome.returncode:
        raise SetupProblem(
            f"{outcome.stdout.strip()[-2000:]}\n\nThe packages could not be installed (see above); nothing else was "
            f"begun. Once the reason is gone, run the same command again, or type: {apt_line(packages)}"
        )


def _apt(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [*APT, *arguments],
        env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, check=False,
    )  # fmt: skip
