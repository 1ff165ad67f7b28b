"""The command that draws a box around a face: draw."""

from __future__ import annotations

from threading import Event

import click

from photoface.app import looking_at
from photoface.cli.common import How, decision_options, given_path, say
from photoface.cli.session import decide, deciding
from photoface.domain.errors import ModelsMissing, NotFound
from photoface.domain.geometry import Box
from photoface.services.deciding import drawing
from photoface.services.deciding.references import LARGEST_NUMBER
from photoface.services.importing.looking import look_at_drawn
from photoface.services.library import Library


@click.command()
@click.argument("photo", metavar="PHOTO")
@click.argument("person", metavar="[PERSON]", default="")
@click.option("--box", nargs=4, type=float, required=True, metavar="X Y WIDTH HEIGHT", help="In the upright photo.")
@decision_options
def draw(photo: str, person: str, box: tuple[float, float, float, float], how: How) -> int:
    """Draws a box around a face of PHOTO (a file, or its number) that was not found, of PERSON if one is given."""
    code = decide(how, lambda library: drawing.draw(library, _photo(library, photo), Box(*box), person))
    _look(how)
    return code


def _photo(library: Library, given: str) -> int:
    """The number of the photo. Raises NotFound."""
    if not given.isdecimal():
        found = library.photos.id_of_path(given_path(given))
    else:
        wanted = int(given) if len(given) < len(str(LARGEST_NUMBER)) else 0
        found = next((each.photo_id for each in library.photos.list(photo_ids=[wanted], missing=True)), None)
    if found is None:
        raise NotFound(f"There is no photo {given} in the library. See the photos with: photoface photos --json")
    return found


def _look(how: How) -> None:
    """What is in the box is compared from now on. Without models that waits, and the box and the name stay."""
    try:
        with deciding(how.library) as library, looking_at(library) as look:
            for _ in look_at_drawn(library, look, Event()):
                pass
    except ModelsMissing as error:
        if not how.as_json:
            say(f"  note: {error}")
