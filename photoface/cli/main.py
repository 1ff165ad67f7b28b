"""The command line: finds the command, runs it, turns errors into one line and an exit code."""

from __future__ import annotations

import importlib
import logging
import os
import sys
from collections.abc import Sequence

import click

from photoface import __version__
from photoface.config.logs import log_to
from photoface.config.paths import data_folder
from photoface.domain.errors import PhotofaceError

STOPPED = 130
BUG = 70

# command -> module of photoface.cli that holds it; imported only when it is asked for.
COMMANDS = {
    "run": "indexing",
    "index": "indexing",
    "folders": "folders",
    "status": "status",
    "people": "views",
    "photos": "views",
    "faces": "views",
    "name": "naming",
    "rename": "naming",
    "merge": "naming",
    "assign": "correcting",
    "split": "correcting",
    "confirm": "correcting",
    "reject": "correcting",
    "ignore": "correcting",
    "not-a-face": "correcting",
    "undo": "history",
    "redo": "history",
    "history": "history",
    "recluster": "grouping",
    "search": "search",
    "compare": "search",
    "find": "views",
    "evaluate": "evaluate",
    "models": "models",
    "restore": "status",
    "doctor": "status",
    "gui": "window",
}


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"photoface.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--library", metavar="FOLDER", help="The library to work with (default: PHOTOFACE_LIBRARY or your own).")
@click.version_option(__version__, prog_name="photoface")
@click.pass_context
def cli(ctx: click.Context, library: str | None) -> None:
    """Finds the people in your photos. Everything stays on this computer; photos are never changed."""
    ctx.obj = library


def run(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and ends the process with its exit code."""
    sys.exit(run_command(arguments))


def run_command(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code as docs/cli.md lists them."""
    log_to(data_folder())
    try:
        result = cli(args=arguments, prog_name="photoface", standalone_mode=False)
    except (Exception, KeyboardInterrupt) as error:
        return _code_of(error)
    return result if isinstance(result, int) else 0


def _code_of(error: BaseException) -> int:
    match error:
        case PhotofaceError():
            return _say(str(error), error.exit_code)
        case click.exceptions.Abort() | KeyboardInterrupt():
            return _say("stopped; what was done so far is kept", STOPPED)
        case click.ClickException():
            error.show()
            return error.exit_code
        case BrokenPipeError():
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the interpreter complains at exit
            return 0
    logging.getLogger("photoface").error("a bug", exc_info=error)
    return _say(f"this is a bug in photoface; its trace is in {data_folder() / 'photoface.log'}", BUG)


def _say(sentence: str, code: int) -> int:
    print(f"photoface: {sentence}", file=sys.stderr)
    return code
