"""Commands that give names: name, rename, merge."""

from __future__ import annotations

from pathlib import Path

import click

from photoface.cli.common import How, decision_options
from photoface.cli.session import decide, reading
from photoface.domain.errors import BadRequest, Conflict
from photoface.services.deciding import naming
from photoface.services.deciding.merging import preview_merge


@click.command()
@click.argument("cluster", type=int)
@click.argument("person", metavar="NAME", nargs=-1, required=True)
@click.option("--new", is_flag=True, help="Make another person, although somebody has this name already.")
@decision_options
def name(cluster: int, person: tuple[str, ...], new: bool, how: How) -> int:
    """Names a group: its undecided faces become NAME's. Prints how many."""
    return decide(how, lambda library: naming.name_group(library, cluster, " ".join(person), new=new))


@click.command()
@click.argument("person")
@click.argument("new_name", metavar="NEW-NAME")
@decision_options
def rename(person: str, new_name: str, how: How) -> int:
    """Gives a person another name. No face changes hands."""
    return decide(how, lambda library: naming.rename(library, person, new_name))


@click.command()
@click.argument("words", metavar="A INTO B", nargs=-1, required=True)
@decision_options
def merge(words: tuple[str, ...], how: How) -> int:
    """Merges A into B; B's name stays. A and B: a person, or the number of a group."""
    source, target = _both(words)
    if not how.anyway:
        _refuse_two(how.library, source, target)
    return decide(how, lambda library: naming.merge(library, source, target))


def _refuse_two(folder: Path, source: str, target: str) -> None:
    with reading(folder) as library:
        if preview_merge(library, source, target, examples=0).told_apart:
            raise Conflict(
                f"{source} and {target} were said to be different people; nothing was changed. See: photoface history. "
                "With --anyway they are merged all the same."
            )


def _both(words: tuple[str, ...]) -> tuple[str, str]:
    middle = [at for at, word in enumerate(words) if word.lower() == "into"]
    if len(words) == 2 and not middle:
        return words[0], words[1]
    if len(middle) != 1 or middle[0] in (0, len(words) - 1):
        raise BadRequest("Say which goes into which: photoface merge A INTO B")
    return " ".join(words[: middle[0]]), " ".join(words[middle[0] + 1 :])
