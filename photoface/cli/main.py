"""The command line: finds the command, runs it, turns errors into one line and an exit code."""

from __future__ import annotations

import errno
import io
import logging
import os
import sys
from collections.abc import Sequence

import click

from photoface import __version__
from photoface.cli.commands import LazyGroup
from photoface.cli.opener import OpenWindow, open_windows_by
from photoface.config.logs import log_to
from photoface.config.paths import data_folder
from photoface.domain.errors import PhotofaceError

_NO_OUTPUT = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF)

STOPPED = 130
BUG = 70


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--library", metavar="FOLDER", help="The library to work with (default: PHOTOFACE_LIBRARY or your own).")
@click.version_option(__version__, prog_name="photoface")
@click.pass_context
def cli(ctx: click.Context, library: str | None) -> None:
    """Finds the people in your photos. Everything stays on this computer; photos are never
    changed, unless you ask to have names written into them (export-names --into-files)."""
    ctx.obj = library


def run(arguments: Sequence[str] | None = None, open_window: OpenWindow | None = None) -> None:
    """Runs one command and ends the process with its exit code. open_window: what ``gui`` does."""
    if open_window is not None:
        open_windows_by(open_window)
    if sys.stdout is None:  # closed by who started us
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as the process
    sys.exit(run_command(arguments))


def run_command(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code as docs/cli.md lists them."""
    log_to(data_folder())
    _print_anything()
    try:
        result = cli(args=arguments, prog_name="photoface", standalone_mode=False)
        sys.stdout.flush()
    except (Exception, KeyboardInterrupt) as error:
        return _code_of(error)
    return result if isinstance(result, int) else 0


def _print_anything() -> None:
    if isinstance(sys.stdout, io.TextIOWrapper):  # names and paths hold what a terminal of another time cannot show
        sys.stdout.reconfigure(errors="backslashreplace")


def _code_of(error: BaseException) -> int:
    match error:
        case PhotofaceError():
            return _say(str(error), error.exit_code)
        case click.exceptions.Abort() | KeyboardInterrupt():
            return _say("stopped; what was done so far is kept", STOPPED)
        case click.ClickException():
            return _usage(error)
        case OSError() if (code := _outside(error)) is not None:
            return code
    logging.getLogger("photoface").error("a bug", exc_info=error)
    return _say(f"this is a bug in photoface; its trace is in {data_folder() / 'photoface.log'}", BUG)


def _stop_printing() -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the interpreter complains at exit


def _usage(error: click.ClickException) -> int:
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return error.exit_code
    context = error.ctx if isinstance(error, click.UsageError) else None
    help_of = f" See: {context.command_path} --help" if context else ""
    return _say(" ".join(error.format_message().split()) + help_of, error.exit_code)


def _outside(error: OSError) -> int | None:
    """The exit code, where the reason lies outside of photoface: the output, or the rights to a file."""
    if isinstance(error, BrokenPipeError):
        _stop_printing()
        return 0
    if error.filename is None and error.errno in _NO_OUTPUT:
        _stop_printing()
        return _say(f"the output could not be written ({error.strerror}); look where it goes to", 1)
    if isinstance(error, PermissionError) and error.filename is not None:
        return _say(f"you have no right to {os.fsdecode(error.filename)}; have its owner give it to you", 1)
    return None


def _say(sentence: str, code: int) -> int:
    print(f"photoface: {sentence}", file=sys.stderr)
    return code
