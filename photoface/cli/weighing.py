"""A decision in a conversation: what it would contradict is told before it is made, and somebody says what to do."""

from __future__ import annotations

import click

from photoface.cli.common import say
from photoface.cli.contradictions import told_lines, way_out
from photoface.services.ledger.foretelling import Action, Foretold, after, weighed
from photoface.services.library import Library
from photoface.services.outcome import Outcome


def decide_or_ask(library: Library, act: Action) -> Outcome | None:
    """What was decided, also after a contradiction was told; None: it was left, and nothing was changed."""
    found = weighed(library, act)
    while isinstance(found, Foretold):
        say("this would contradict what is decided already:")
        for line in told_lines(found):
            say(line)
        said = _ask(found)
        if said == "l":
            return None
        if said == "a":
            return act(library)
        act = after(found.ways[int(said) - 1], act)
        found = weighed(library, act)
    return found


def _ask(told: Foretold) -> str:
    """a, l, or the number of a way."""
    for at, way in enumerate(told.ways, 1):
        say(f"    {at}  first: {way_out(way)}")
    numbers = [str(at) for at in range(1, len(told.ways) + 1)]
    keys = "l leave it · a do it all the same, both sides are kept" + (" · a number" if numbers else "")
    chosen: str = click.prompt(keys, type=click.Choice(["l", "a", *numbers]), show_choices=False, prompt_suffix="\n> ")
    return chosen
