"""What can be asked of the set-up, and the steps of it in their order."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from setup_parts import installing, pips, system
from setup_parts.environment import Environment, outdated
from setup_parts.exclusive import alone
from setup_parts.first_models import ensure_models
from setup_parts.say import SetupProblem, say

CHECKOUT = Path(__file__).resolve().parents[2]
BUILD, RUN, DEVELOP, PROJECT = "requirements-build.lock", "requirements.lock", "requirements-dev.lock", "pyproject.toml"
TO_RUN = (BUILD, RUN, PROJECT)
TO_DEVELOP = (BUILD, RUN, DEVELOP, PROJECT)
ANNOUNCEMENTS = {
    BUILD: "Installing the tools to build with",
    RUN: "Installing photoface's libraries, about 190 MB to download",
    DEVELOP: "Installing the tools to test with, about 110 MB to download",
}


def main(arguments: Sequence[str]) -> int:
    """Returns the exit code: 0 done, 2 something is missing or wrong and was said, 130 stopped."""
    name, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    try:
        COMMANDS[name](rest)
    except SetupProblem as problem:
        say(str(problem))
        return 2
    except KeyboardInterrupt:
        say("Stopped. What was begun is removed again; the same command starts anew.")
        return 130
    return 0


def _set_up(_: Sequence[str]) -> None:
    set_up(Environment(CHECKOUT), TO_RUN)


def _run(arguments: Sequence[str]) -> None:
    """The window where there is a screen, else the terminal."""
    if not system.has_display():
        _index(arguments)
    photos = _prepare(arguments)
    say("The window of photoface is being opened. Without a window: make index")
    _become(["-m", "photoface", "gui", str(photos)])


def _index(arguments: Sequence[str]) -> NoReturn:
    _become(["-m", "photoface", "run", "--photos", str(_prepare(arguments))])


def _prepare(arguments: Sequence[str]) -> Path:
    """The folder of photos, after all that is needed is in place."""
    photos = photo_folder(arguments[0] if arguments else "~/Pictures")
    here = Environment(CHECKOUT)
    set_up(here, TO_RUN)
    ensure_models(here.folder, here.python)
    return photos


def _test(arguments: Sequence[str]) -> None:
    set_up(Environment(CHECKOUT), TO_DEVELOP)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.chdir(CHECKOUT)
    _become(["-m", "pytest", *arguments])


def _tool(arguments: Sequence[str]) -> None:
    set_up(Environment(CHECKOUT), TO_DEVELOP)
    _become(["-m", *arguments])


COMMANDS: dict[str, Callable[[Sequence[str]], None]] = {
    "": _set_up,
    "run": _run,
    "index": _index,
    "test": _test,
    "tool": _tool,
}


def photo_folder(given: str) -> Path:
    """The folder as an absolute path. Raises SetupProblem before a minute is spent on anything."""
    folder = Path(given).expanduser().absolute()
    if folder.is_dir():
        return folder
    what = "is not a folder" if folder.exists() else "does not exist"
    raise SetupProblem(f'The folder of photos {folder} {what}. Name another one: make run PHOTOS="/path/to/photos"')


def set_up(environment: Environment, inputs: Sequence[str]) -> None:
    """Brings the environment up to these files of the checkout; returns at once when it is. Raises SetupProblem."""
    desktop = system.has_display()
    if environment.is_ready(inputs, desktop):
        return
    try:
        with alone(environment.checkout / RUN):
            if not environment.is_ready(inputs, desktop):
                _install(environment, inputs, desktop)
    except PermissionError as error:
        raise SetupProblem(f"The set-up may not write to {error.filename}. Use a checkout of your own.") from error


def _install(environment: Environment, inputs: Sequence[str], desktop: bool) -> None:
    installing.ensure_system()
    try:
        made = environment.prepare()
        for name in outdated(made, environment.checkout, inputs):
            _install_from(environment, name, update=name in made.installed)
    except BaseException:
        environment.discard()
        raise
    environment.finish(made, inputs, desktop)
    say("photoface is set up.")


def _install_from(environment: Environment, name: str, update: bool) -> None:
    if name == PROJECT:
        pips.install_checkout(environment.python, environment.checkout)
    else:
        announce = f"Bringing up to date what {name} names" if update else ANNOUNCEMENTS[name]
        pips.install_lock(environment.python, environment.checkout / name, announce)


def _become(arguments: Sequence[str]) -> NoReturn:
    """Goes on as the environment's Python; signals and the exit code are its own."""
    command = [str(Environment(CHECKOUT).python), *arguments]
    if sys.platform != "win32":
        os.execv(command[0], command)
    with suppress(KeyboardInterrupt):
        sys.exit(subprocess.call(command))
    sys.exit(130)
