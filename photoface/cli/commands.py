"""The commands: where each is, and what it does in a few words. Nothing of them is imported before it is asked for."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

import click


@dataclass(frozen=True, slots=True)
class Entry:
    """module: of photoface.cli; summary: a line of ``photoface --help``, empty for a command that is not listed."""

    module: str
    summary: str


COMMANDS = {
    "run": Entry("indexing", ""),
    "index": Entry("indexing", "Finds faces and people in folders of photos."),
    "folders": Entry("folders", "The folders that are indexed."),
    "status": Entry("status", "What is in the library, and which files could not be used."),
    "people": Entry("views", "Who is in the photos, named or not."),
    "photos": Entry("views", "The photos, newest first, with who is in them."),
    "faces": Entry("views", "The faces, with their numbers for other commands."),
    "name": Entry("naming", "Names a group of faces."),
    "rename": Entry("naming", "Gives a person another name."),
    "merge": Entry("naming", "Merges A into B; B's name stays."),
    "assign": Entry("correcting", "These faces are PERSON."),
    "split": Entry("correcting", "Takes faces out of their person or group."),
    "confirm": Entry("correcting", "Each face is whom it is suggested or named to be."),
    "reject": Entry("correcting", "These faces are not PERSON."),
    "different": Entry("correcting", "A and B are different people."),
    "ignore": Entry("correcting", "Strangers and posters: these faces need no name."),
    "not-a-face": Entry("correcting", "These are no faces at all."),
    "born": Entry("noting", "When a person was born."),
    "nickname": Entry("noting", "Another name that a person is found by."),
    "favourite": Entry("noting", "People who come first."),
    "draw": Entry("drawing", "Draws a box around a face that was not found."),
    "mirror": Entry("noting", "One person may be twice in this photo."),
    "review": Entry("review", "Asks what settles most faces, one question after the other."),
    "explain": Entry("explain", "Why a face is whom it is said to be."),
    "conflicts": Entry("conflicts", "Decisions that contradict one another, with both sides."),
    "undo": Entry("history", "Takes back the last decision, or an earlier one."),
    "redo": Entry("history", "Does again what was undone last."),
    "history": Entry("history", "All decisions, newest first."),
    "recluster": Entry("grouping", "Groups all undecided faces anew."),
    "search": Entry("search", "Who is in this picture? It may be any file."),
    "compare": Entry("search", "Are two pictures of the same person?"),
    "calibration": Entry("judging", "What an angle is worth in this library."),
    "card": Entry("judging", "A person: how many faces, and how often guesses were right."),
    "doubts": Entry("judging", "Faces with a name that look wrong."),
    "find": Entry("views", "Photos by who is in them: A AND B NOT C."),
    "import-names": Entry("names_in", "Takes over names that files tell: digiKam, Lightroom, Picasa, Google."),
    "export-names": Entry("names_out", "Writes names beside or into photos, for other programs."),
    "import-decisions": Entry("decisions", "Takes over all decisions from a file."),
    "export-decisions": Entry("decisions", "All decisions in one file, for safety or another computer."),
    "export-album": Entry("albums_out", "Photos of a person or search: copies, links, a page, a list."),
    "date": Entry("dates", "When photos were taken; says it for a whole album of scans."),
    "duplicates": Entry("dates", "Photos that are there several times."),
    "evaluate": Entry("evaluate", "How good is photoface? Measures it against the truth."),
    "models": Entry("models", "The models that find and tell faces apart."),
    "restore": Entry("status", "Puts the library back to a snapshot."),
    "doctor": Entry("status", "Checks the program, its models and the library."),
    "settings": Entry("settings", "Theme, language, threads, strictness."),
    "leave-out": Entry("settings", "Files and folders that are not looked at."),
    "forget": Entry("settings", "Deletes all face data, for good."),
    "data": Entry("settings", "Where the data is, and how much there is."),
    "gui": Entry("window", "Opens the window."),
}


class LazyGroup(click.Group):
    """Imports the module of the one command that runs; its help imports none."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"photoface.cli.{COMMANDS[cmd_name].module}")
        command: click.Command = getattr(module, cmd_name.replace("-", "_"))
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items() if entry.summary])
