"""Commands that give names: name, rename, merge."""

from __future__ import annotations

from pathlib import Path

import click

from photoface.cli.common import json_option, library_option
from photoface.cli.session import deciding, tell
from photoface.domain.errors import BadRequest
from photoface.services import naming


@click.command()
@click.argument("cluster", type=int)
@click.argument("person", metavar="NAME", nargs=-1, required=True)
@click.option("--new", is_flag=True, help="Make another person, although somebody has this name already.")
@library_option
@json_option
def name(cluster: int, person: tuple[str, ...], new: bool, library: Path, as_json: bool) -> int:
    """Names a group: its undecided faces become NAME's. Prints how many."""
    with deciding(library) as opened:
        return tell(naming.name_group(opened, cluster, " ".join(person), new=new), as_json)


@click.command()
@click.argument("person")
@click.argument("new_name", metavar="NEW-NAME")
@library_option
@json_option
def rename(person: str, new_name: str, library: Path, as_json: bool) -> int:
    """Gives a person another name. No face changes hands."""
    with deciding(library) as opened:
        return tell(naming.rename(opened, person, new_name), as_json)


@click.command()
@click.argument("words", metavar="A INTO B", nargs=-1, required=True)
@library_option
@json_option
def merge(words: tuple[str, ...], library: Path, as_json: bool) -> int:
    """Merges A into B; B's name stays. A and B: a person, or the number of a group."""
    source, target = _both(words)
    with deciding(library) as opened:
        return tell(naming.merge(opened, source, target), as_json)


def _both(words: tuple[str, ...]) -> tuple[str, str]:
    middle = [at for at, word in enumerate(words) if word.lower() == "into"]
    if len(words) == 2 and not middle:
        return words[0], words[1]
    if len(middle) != 1 or middle[0] in (0, len(words) - 1):
        raise BadRequest("Say which goes into which: photoface merge A INTO B")
    return " ".join(words[: middle[0]]), " ".join(words[middle[0] + 1 :])
