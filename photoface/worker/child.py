"""A child that reads photos: one thread listens, the others work; when the pipe ends, so does the process."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import traceback
import warnings
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import cast

from photoface.domain.errors import PhotofaceError, PhotoUnreadable
from photoface.domain.faces import PhotoFailed
from photoface.worker.memory import limit, watch_memory
from photoface.worker.pace import Pace
from photoface.worker.protocol import (
    Allow,
    Allowed,
    Answer,
    BoxReader,
    Done,
    MakeReader,
    Message,
    Overdue,
    PhotoReader,
    Ready,
    Request,
    Started,
    StartFailed,
    Writer,
)


def run_child(pipe: Connection, threads: int, make: MakeReader) -> None:
    """The life of the child. Nothing is lost by ending at once: only the parent keeps anything."""
    _ignore_interrupts()
    _keep_decoders_quiet()
    watch_memory(limit(threads))
    sender = _Sender(pipe)
    try:
        reader = make()
    except Exception as error:
        sender.send(StartFailed(_sendable(error)))
        return
    sender.send(Ready())
    requests: SimpleQueue[Request] = SimpleQueue()
    pace = Pace(lambda ticket, seconds: sender.send(Overdue(ticket, seconds)))
    for _ in range(max(threads, 1)):
        threading.Thread(target=_work, args=(requests, reader, sender, pace), daemon=True).start()
    _listen(pipe, requests)


def _ignore_interrupts() -> None:
    """Ctrl-C reaches the whole terminal; the parent decides what it means (it blocked the signal while spawning)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _keep_decoders_quiet() -> None:
    """What Pillow and libtiff have to say about damaged files does not belong in the user's terminal.

    Decoders written in C print to the file descriptor; Python's own tracebacks keep theirs.
    """
    warnings.filterwarnings("ignore", module=r"PIL\.")
    logging.getLogger("PIL").setLevel(logging.CRITICAL + 1)
    with suppress(OSError):
        sys.stderr = os.fdopen(os.dup(2), "w", buffering=1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _sendable(error: Exception) -> Exception:
    """The world's fault as it is; anything else as text, for it may not survive the pipe."""
    if isinstance(error, PhotofaceError):
        return error
    return RuntimeError(f"the analyzer process could not begin: {type(error).__name__}: {error}")


def _listen(pipe: Connection, requests: SimpleQueue[Request]) -> None:
    """Always reads, so that the parent never waits; the end of the pipe is the end of the process."""
    while True:
        try:
            requests.put(pipe.recv())
        except (EOFError, OSError):
            os._exit(0)


def _work(requests: SimpleQueue[Request], reader: PhotoReader | Writer, sender: _Sender, pace: Pace) -> None:
    while True:
        request = requests.get()
        sender.send(Started(request.ticket))
        answer = _answer(reader, request, partial(_allow, sender, pace, request.ticket))
        pace.done(request.ticket)
        sender.send(Done(request.ticket, answer))


def _allow(sender: _Sender, pace: Pace, ticket: int, seconds: float) -> None:
    sender.send(Allowed(ticket, seconds))
    pace.allow(ticket, seconds)


def _answer(reader: PhotoReader | Writer, request: Request, allow: Allow) -> Answer:
    """One bad photo is a row in a list, whatever it was that went wrong."""
    try:
        if request.order is not None:
            return cast(Writer, reader).carry_out(request.path, request.order, allow=allow)
        if request.box is not None:
            return cast(BoxReader, reader).read_box(request.path, request.box, allow=allow)
        return cast(PhotoReader, reader).read(request.path, probe=request.probe, allow=allow)
    except PhotoUnreadable as error:
        return PhotoFailed(request.path, error.kind, error.reason)
    except MemoryError:
        return PhotoFailed(request.path, "too_large", "too large for the memory of this computer")
    except Exception as error:  # our mistake: it is shown with the file, and the run goes on
        reason = f"photoface failed on it ({type(error).__name__}: {error})"
        return PhotoFailed(request.path, "unreadable", reason, traceback.format_exc())


class _Sender:
    """The writing end of the pipe, for several threads."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe
        self._lock = threading.Lock()

    def send(self, message: Message) -> None:
        try:
            with self._lock:
                self._pipe.send(message)
        except OSError:  # the parent has gone
            os._exit(0)
