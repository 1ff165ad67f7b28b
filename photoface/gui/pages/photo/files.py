"""What other programs do with a photo's file: show it in its folder, open it, take it from the clipboard."""

from __future__ import annotations

import os
import sys
from urllib.parse import quote_from_bytes

from PySide6.QtCore import QMimeData, QProcess, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage

from photoface.gui.models.folders_model import shown

_WINDOWS_PROGRAMS = (".exe", ".com")
"""What Windows starts by itself; a script would be read by a shell, and so would the name of the photo."""


def show_in_file_manager(path: bytes) -> bool:
    """Open the folder of a file with the file marked, or at least the folder; False where this desktop can neither."""
    if sys.platform == "darwin":
        return _start("open", "-R", os.fsdecode(path))
    if sys.platform == "win32":
        return _start("explorer", "/select,", os.path.normpath(os.fsdecode(path)))
    return _show_by_dbus(path) or open_folder(path)


def open_folder(path: bytes) -> bool:
    """The folder of a file, nothing marked."""
    return QDesktopServices.openUrl(url_of(os.path.dirname(path)))


def open_with_default(path: bytes) -> bool:
    """By the program that this desktop opens such files with; False when there is none."""
    return QDesktopServices.openUrl(url_of(path))


def open_by(program: str, path: bytes) -> bool:
    """Start a program of its own with the file as its one argument; no shell sees either. False: it does not start."""
    if sys.platform == "darwin" and program.endswith(".app"):
        return _start("open", "-a", program, _argument(path))
    if sys.platform == "win32" and not program.lower().endswith(_WINDOWS_PROGRAMS):
        return False
    return _start(program, _argument(path))


def _argument(path: bytes) -> str:
    """The path, or where its bytes are no text its address, which most programs understand as well."""
    text = os.fsdecode(path)
    if shown(path) == text:
        return os.path.normpath(text)
    return url_of(path).toString(QUrl.ComponentFormattingOption.FullyEncoded)


def url_of(path: bytes) -> QUrl:
    """A file as an address, whatever bytes its name has."""
    if os.name == "nt":
        return QUrl.fromLocalFile(os.fsdecode(path))
    return QUrl.fromEncoded(b"file://" + quote_from_bytes(path).encode())


def copy_photo(path: bytes, image: QImage) -> None:
    """Into the clipboard: the file for file managers, the picture for everybody else."""
    data = QMimeData()
    data.setUrls([url_of(path)])
    if not image.isNull():
        data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)


def copy_path(path: bytes) -> None:
    """The path as text into the clipboard."""
    QGuiApplication.clipboard().setText(shown(path))


def _start(program: str, *arguments: str) -> bool:
    return bool(QProcess.startDetached(program, list(arguments))[0])


def _show_by_dbus(path: bytes) -> bool:
    """Whether a file manager answers on the session's bus (freedesktop.org, File Manager Interface)."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    name, place = "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1"
    names = bus.interface()
    known = names.isServiceRegistered(name).value() or name in names.activatableServiceNames().value()
    if not known:
        return False
    message = QDBusMessage.createMethodCall(name, place, name, "ShowItems")
    message.setArguments([[url_of(path).toString(QUrl.ComponentFormattingOption.FullyEncoded)], ""])
    return bus.send(message)
