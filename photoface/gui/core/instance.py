"""One window for each library: a second start hands over to the first, by a local socket of this user."""

from __future__ import annotations

import base64
import getpass
import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_CONNECT_MS, _ANSWER_MS = 300, 3000
_MOST_BYTES = 1 << 20
_ANSWER = b"here\n"


def name_of(library: Path) -> str:
    """What the socket of a library is called; the same for every way to write its path."""
    owner = str(os.getuid()) if hasattr(os, "getuid") else getpass.getuser()
    text = f"{owner}\0{os.path.realpath(library)}"
    return f"photoface-{hashlib.blake2b(os.fsencode(text), digest_size=12).hexdigest()}"


def hand_over(library: Path, folders: Sequence[bytes] = ()) -> bool:
    """Whether a window has this library open; it comes to the front then and indexes these folders."""
    socket = QLocalSocket()
    socket.connectToServer(name_of(library))
    if not socket.waitForConnected(_CONNECT_MS):
        return False
    request = json.dumps([base64.b64encode(folder).decode() for folder in folders])
    socket.write(request.encode() + b"\n")
    answered = socket.waitForBytesWritten(_ANSWER_MS) and socket.waitForReadyRead(_ANSWER_MS)
    socket.disconnectFromServer()
    return bool(answered)


class Instance(QObject):
    """Listens as the window of a library. ``asked`` with folders (bytes) when somebody started it once more."""

    asked = Signal(object)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        name = name_of(library)
        if not self._server.listen(name):  # left behind by one that was killed: nobody answered there
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _meet(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.readyRead.connect(lambda: self._hear(socket))
            socket.disconnected.connect(socket.deleteLater)

    def _hear(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _MOST_BYTES:
            socket.abort()
        elif socket.canReadLine():
            folders = _folders(bytes(socket.readLine().data()))
            socket.write(_ANSWER)
            socket.flush()
            self.asked.emit(folders)


def _folders(line: bytes) -> list[bytes]:
    try:
        found = [base64.b64decode(each) for each in json.loads(line)]
    except (ValueError, TypeError):
        return []
    return [each for each in found if os.path.isabs(each)]
