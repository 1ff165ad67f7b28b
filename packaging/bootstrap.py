"""Sets photoface up in this checkout, then runs it: the work behind `make run` and `make test`.

    python3 packaging/bootstrap.py                     set up, nothing else
    python3 packaging/bootstrap.py run FOLDER          set up, then open the window on the photos of FOLDER
    python3 packaging/bootstrap.py index FOLDER        the same in the terminal, which `run` does without a screen too
    python3 packaging/bootstrap.py test [ARGUMENT...]  set up with the tools of development, then run the tests
    python3 packaging/bootstrap.py tool NAME [ARGUMENT...]  the same, then run one of those tools

Standard library only. This file keeps to the grammar of old Pythons: it is the one that tells their users what to do.
"""

import os
import shutil
import subprocess
import sys
from typing import Callable, List, Optional, Sequence  # noqa: UP035 - the names that old Pythons have

OLDEST, NEWEST = (3, 11), (3, 13)


def suitable(version: Sequence[int]) -> bool:
    """Whether photoface runs on the Python of this (major, minor, ...) version."""
    return OLDEST <= tuple(version[:2]) <= NEWEST


def works(python: str) -> bool:
    """Whether this program really starts: a version manager's shim may name a Python that is not there."""
    probe = [python, "-c", "import venv, ctypes"]
    return subprocess.call(probe, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def newest_on_path(
    find: Callable[[str], Optional[str]] = shutil.which,  # noqa: UP045
    works: Callable[[str], bool] = works,
) -> Optional[str]:  # noqa: UP045
    """The newest suitable python3.x on PATH, or None."""
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    found = [path for path in map(find, names) if path]
    return next((path for path in found if works(path)), None)


def refusal(version: Sequence[int]) -> str:
    """The sentence for somebody without a suitable Python."""
    return (
        f"photoface needs Python 3.11, 3.12 or 3.13. This is {version[0]}.{version[1]}, and no working python3.11, "
        "python3.12 or python3.13 was found. Install one (Debian 12 and Ubuntu 24.04 bring it as python3), "
        "or name yours: make run PYTHON=/path/to/python3.12"
    )


def main(arguments: List[str]) -> int:  # noqa: UP006
    if suitable(sys.version_info[:2]):
        from setup_parts import commands

        return commands.main(arguments)
    python = newest_on_path()
    if python is None:
        sys.stderr.write(refusal(sys.version_info[:2]) + "\n")
        return 2
    return subprocess.call([python, os.path.abspath(__file__), *arguments])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
