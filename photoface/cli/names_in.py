"""import-names: who other programs say is in the photos. First what would change; then one step that can be undone."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import click

from photoface.app import importing, looking_at
from photoface.cli.common import count, given_path, json_option, library_option, path_fields, print_json, say, shown
from photoface.cli.names_progress import counting
from photoface.cli.progress import stop_on_ctrl_c
from photoface.cli.session import deciding, reading, tell
from photoface.domain.errors import BadRequest, ModelsMissing
from photoface.services.groups.grouping import group_new_faces
from photoface.services.importing import questions as asked
from photoface.services.importing.applying import apply_import
from photoface.services.importing.looking import look_at_drawn
from photoface.services.importing.questions import OpenQuestion
from photoface.services.importing.service import ImportOptions
from photoface.services.importing.values import ImportPlan, NamesRead
from photoface.services.library import Library

STOPPED = 130
_WHY = {
    "other": "the library says {here}",
    "set_aside": "the library says that this face needs no name",
    "rejected": "the library says that this face is not {name}",
    "two_names": "files name two people there",
    "ambiguous": "several people of the library have this name",
    "where": "the file does not say which face",
}


@click.command("import-names")
@click.argument("folders", metavar="[FOLDER...]", nargs=-1)
@click.option("--dry-run", is_flag=True, help="Only tell what would change.")
@click.option("--contacts", metavar="FILE", default="", help="Picasa's contacts.xml, if names are not in the folders.")
@click.option("--people-folder", metavar="FOLDER", default="", help="Folders in FOLDER are called after people.")
@click.option("--questions", is_flag=True, help="List conflicts that wait for an answer.")
@click.option("--answer", metavar="NUMBER", type=int, help="Answer one; with one of the next two.")
@click.option("--file-is-right", "file_is_right", is_flag=True, help="The face is whom the file says.")
@click.option(
    "--library-is-right", "library_is_right", is_flag=True, help="Nothing changes, and it is not asked again."
)
@click.option("--face", type=int, help="Which face of the photo is meant.")
@click.option("--person", metavar="PERSON", help="Who of several people with this name.")
@library_option
@json_option
def import_names(  # noqa: PLR0913, PLR0917 - one for each option
    folders: tuple[str, ...],
    dry_run: bool,
    contacts: str,
    people_folder: str,
    questions: bool,
    answer: int | None,
    file_is_right: bool,
    library_is_right: bool,
    face: int | None,
    person: str | None,
    library: Path,
    as_json: bool,
) -> int:
    """Takes over the names that files tell of people in indexed photos: in them, in sidecars, Picasa's and Google's.

    What you decided is never changed: where a file says otherwise, that is kept as a question.
    """
    if questions:
        return _list_questions(library, as_json)
    if answer is not None:
        if file_is_right == library_is_right:
            raise BadRequest("Who is right? Give --file-is-right or --library-is-right. Nothing was changed.")
        with deciding(library) as opened:
            if library_is_right:
                return tell(asked.keep_library(opened, answer), as_json)
            return tell(asked.take_file(opened, answer, face_id=face, person=person), as_json)
    options = ImportOptions(
        tuple(map(given_path, folders)),
        given_path(contacts) if contacts else b"",
        given_path(people_folder) if people_folder else b"",
    )
    return _import(library, options, dry_run, as_json)


def _import(library: Path, options: ImportOptions, dry_run: bool, as_json: bool) -> int:
    with stop_on_ctrl_c() as cancel, (reading if dry_run else deciding)(library) as opened:
        plan = _plan(opened, options, cancel, as_json)
        if plan is None:
            return STOPPED
        print_plan(opened, plan, as_json)
        if dry_run:
            return 0
        return carry_out(opened, plan, cancel, as_json)


def carry_out(library: Library, plan: ImportPlan, cancel: Event, as_json: bool) -> int:
    """Does what was planned, reads the boxes that were drawn, and groups all faces under the new names."""
    code = tell(apply_import(library, plan), as_json)
    if plan.drawn and not cancel.is_set():
        try:
            with looking_at(library) as look:
                for _ in look_at_drawn(library, look, cancel):
                    pass
        except ModelsMissing as error:
            say(f"  note: {error}")
    if code == 0 and not cancel.is_set():
        group_new_faces(library)
    return code


def _plan(library: Library, options: ImportOptions, cancel: Event, as_json: bool) -> ImportPlan | None:
    plan: ImportPlan | None = None
    with counting("asking the files", as_json) as show:
        for event in importing(library).plan(options, cancel):
            if isinstance(event, NamesRead):
                show(event.done, event.total)
            else:
                plan = event
    return plan


def print_plan(library: Library, plan: ImportPlan, as_json: bool) -> None:
    """What would change, in numbers."""
    if as_json:
        print_json([_row(plan)])
        return
    people = {face.person for face in plan.named if face.person is not None}
    new = sum(plan.people[key].person_id is None for key in people if key)
    say(f"{count(plan.told, 'photo')} of {plan.photos:,} tell something:")
    say(f"  {count(len(people), 'person', 'people')} named in files, {new:,} of them new here")
    say(
        f"  {count(plan.matched, 'name')} for faces that are known, {count(plan.drawn, 'box', 'boxes')} to be drawn new"
    )
    say(f"  {plan.same:,} said already, {count(len(plan.questions), 'conflict')} to be decided by you")
    if plan.later:
        say(f"  {count(plan.later, 'more photo')} in which somebody has no place: asked when you have answered some")
    if plan.unplaced:
        say(f"  {count(plan.unplaced, 'name')} without a face that it could be")
    if plan.missing:
        say(f"  {count(plan.missing, 'photo')} of the file that this library does not have")
    for path, why in list(plan.doubts.items())[:10]:
        say(f"  {shown(path)}: {why}")


def _row(plan: ImportPlan) -> dict[str, object]:
    return {
        "photos": plan.photos,
        "told": plan.told,
        "people": len({face.person for face in plan.named} - {None}),
        "new_people": plan.new_people,
        "matched": plan.matched,
        "drawn": plan.drawn,
        "same": plan.same,
        "kept": plan.kept,
        "conflicts": len(plan.questions),
        "unplaced": plan.unplaced,
        "later": plan.later,
        "missing": plan.missing,
        "doubts": [{**path_fields(path), "reason": why} for path, why in plan.doubts.items()],
    }


def _list_questions(library: Path, as_json: bool) -> int:
    with reading(library) as opened:
        waiting = asked.open_questions(opened)
    if as_json:
        print_json(map(_question_row, waiting))
        return 0
    for each in waiting:
        why = _WHY[each.question.kind].format(here=each.here or "nobody", name=each.question.name)
        say(f"{each.question.question_id:>5}  {shown(each.path)}: {each.question.name} ({each.question.origin}); {why}")
    if waiting:
        say("Answer one: photoface import-names --answer NUMBER --file-is-right (or --library-is-right)")
    return 0 if waiting else 1


def _question_row(each: OpenQuestion) -> dict[str, object]:
    box = each.question.box
    return {
        "question": each.question.question_id,
        "kind": each.question.kind,
        **path_fields(each.path),
        "face_id": each.question.face_id,
        "box": None if box is None else [round(value, 1) for value in (box.x, box.y, box.width, box.height)],
        "name": each.question.name,
        "origin": each.question.origin,
        "here": each.here or None,
        "choices": list(each.choices),
    }
