"""The rows of the Folders page: folders, and files that could not be used."""

from __future__ import annotations

import os
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from photoface.gui.core.isolating import isolated
from photoface.gui.models.roles import Role
from photoface.gui.models.rows_model import Look, RowLook, RowsModel
from photoface.gui.sentences.reading import worded
from photoface.services.places.folders import FolderView, Standing
from photoface.services.watching.live import Way
from photoface.store.photo_lists import FailedFile

_NAMED = 5
"""People of photos that are gone, in a line."""


@dataclass(frozen=True, slots=True)
class FolderRow:
    """A folder, and how it is followed, if it is by now."""

    view: FolderView
    way: Way | None = None


def tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("FoldersModel", text, None, number)


class FoldersModel(RowsModel[FolderRow]):
    """Keys are paths as bytes."""

    def __init__(self) -> None:
        others: dict[int, Look] = {Role.NOTE: note, Role.BADGE: lambda one: badge(one.view)}
        look = RowLook[FolderRow](lambda one: one.view.path, lambda one: shown(one.view.path), _spoken, others)
        super().__init__(look)


class FailedFilesModel(RowsModel[FailedFile]):
    """Keys are paths as bytes."""

    def __init__(self) -> None:
        others: dict[int, Look] = {Role.NOTE: lambda one: worded(one.reason)}
        super().__init__(
            RowLook(
                lambda one: one.path,
                lambda one: isolated(shown(one.path)),
                lambda one: f"{shown(one.path)}: {worded(one.reason)}",
                others,
            )
        )


def shown(path: bytes) -> str:
    """A path as text; letters that are none in UTF-8 are shown as marks."""
    return os.fsdecode(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def note(row: FolderRow) -> str:
    """What there is in it, what is not any more, and how new photos are found."""
    view = row.view
    parts = [tr("%n photo(s)", view.photos)]
    if view.gone:
        gone = tr("%n gone since", view.gone)
        people = ", ".join(map(isolated, view.gone_people[:_NAMED]))
        parts.append(tr("{gone}, with {people}").format(gone=gone, people=people) if people else gone)
    parts += [tr("{drive} is not connected").format(drive=isolated(shown(drive))) for drive in view.away]
    if view.paused:
        parts.append(tr("nothing in it is looked at until you resume it"))
    elif view.online and row.way is not None:
        parts.append(_way(row.way))
    return " · ".join(parts)


def badge(view: FolderView) -> str:
    """Where it is not simply there and looked at."""
    if view.paused:
        return tr("paused")
    words = ""
    match view.standing:
        case Standing.AWAY:
            words = tr("not connected")
        case Standing.NOT_FOUND:
            words = tr("not found: moved or deleted?")
        case Standing.EMPTY:
            words = tr("empty: not connected?")
        case Standing.CLOSED:
            words = tr("no permission")
        case Standing.SILENT:
            words = tr("does not answer")
    return words


def _way(way: Way) -> str:
    match way:
        case Way.LIVE:
            return tr("new photos are seen at once")
        case Way.SHARE:
            return tr("on another computer: looked through every 15 minutes")
        case Way.MANY:
            return tr("too many folders to be told of changes: looked through every 15 minutes")
        case Way.SILENT:
            return tr("looked through as soon as it answers")
    return tr("looked through every 15 minutes")


def _spoken(row: FolderRow) -> str:
    return ", ".join(part for part in (shown(row.view.path), note(row), badge(row.view)) if part)
