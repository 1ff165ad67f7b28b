"""What to say of an error: the world's fault has its own sentence, a mistake of ours is called so."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication

from photoface.config.paths import data_folder
from photoface.domain.errors import PhotofaceError
from photoface.gui.core.isolating import isolated
from photoface.gui.sentences.reading import worded

_log = logging.getLogger(__name__)


def sentence_of(error: BaseException) -> str:
    """One sentence for the user."""
    if isinstance(error, PhotofaceError):
        return worded(str(error))
    if isinstance(error, PermissionError) and error.filename is not None:
        text = QCoreApplication.translate("Faults", "You have no right to {file}; have its owner give it to you.")
        return text.format(file=isolated(str(error.filename)))
    if isinstance(error, OSError):
        text = QCoreApplication.translate("Faults", "The system refused: {reason}. What was saved before is kept.")
        return text.format(reason=worded(str(error.strerror or error)))
    text = QCoreApplication.translate(
        "Faults", "This is a mistake in photoface. What you decided before is kept. Its trace is in {log}"
    )
    return text.format(log=data_folder() / "photoface.log")


def catch_mistakes(tell: Callable[[str], None]) -> None:
    """From now on a mistake in a slot is written to the log and told, instead of going to a terminal nobody sees."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("the window met a bug", exc_info=(kind, error, trace))
        tell(sentence_of(error))

    sys.excepthook = hook
    threading.excepthook = _note


def _note(what: threading.ExceptHookArgs) -> None:
    _log.error("a thread of the window met a bug", exc_info=what.exc_value)
