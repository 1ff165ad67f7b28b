"""What a question about a name says: both sides in a sentence each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from photoface.gui.core.isolating import isolated
from photoface.gui.sentences.reading import worded
from photoface.services.importing.questions import OpenQuestion


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("SettlePage", text, None, number)


def file_says(one: OpenQuestion) -> str:
    """The file's side."""
    name = isolated(one.question.name)
    if one.question.kind == "where":
        return tr("The file says that {name} is in this photo, and not where.").format(name=name)
    return tr("The file says that this is {name}.").format(name=name)


def library_says(one: OpenQuestion) -> str:
    """The library's side."""
    name, here = isolated(one.question.name), isolated(one.here)
    match one.question.kind:
        case "set_aside":
            return tr("You said that this face needs no name.")
        case "rejected":
            return tr("You said that this is not {name}.").format(name=name)
        case "two_names":
            return tr("Files name two people at this place.")
        case "ambiguous":
            return tr("Several people are called {name} here. Which one is it?").format(name=name)
        case "where":
            return tr("Which of these faces is it?") if one.choices else tr("No face here waits for a name.")
    return tr("You said that this is {name}.").format(name=here) if here else tr("You decided otherwise.")


def told_by(one: OpenQuestion) -> str:
    """Where the file says it."""
    return tr("Told by: {what}").format(what=worded(one.question.origin))


def file_button(one: OpenQuestion) -> str:
    """What taking the file's word does."""
    return tr("The file is right: {name}").format(name=isolated(one.question.name))


def library_button(one: OpenQuestion) -> str:
    """What keeping the library's word does."""
    if one.here:
        return tr("The library is right: {name}").format(name=isolated(one.here))
    return tr("Not {name}").format(name=isolated(one.question.name))
