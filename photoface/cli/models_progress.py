"""How an installation looks while it runs: sentences that stay and a bar on a terminal, or JSON for programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, Self

from photoface.cli.common import count, print_json
from photoface.vision.install_events import (
    Asking,
    Converting,
    Fetching,
    Installed,
    InstallEvent,
    PackChosen,
    SourceRefused,
)


class InstallPrinter(Protocol):
    """Shows events; entered before the first, left after the last."""

    def show(self, event: InstallEvent) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *failure: object) -> None: ...


class SentencePrinter:
    """For people."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

        self._console = Console(highlight=False, soft_wrap=True)
        columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=self._console, transient=True, disable=not self._console.is_terminal)
        self._task = self._bar.add_task("", total=None)
        self._file = ""

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *failure: object) -> None:
        self._bar.stop()

    def show(self, event: InstallEvent) -> None:
        match event:
            case Asking() if event.files:
                self._say(f"Looking for {count(event.files, 'model file')} ...")
            case PackChosen():
                self._chosen(event)
            case Fetching():
                self._fetching(event)
            case SourceRefused():
                self._say(f"  {event.reason}; asking elsewhere")
            case Converting():
                self._bar.update(self._task, description=f"preparing {event.model.title}", total=None)
            case Installed():
                self._installed(event)

    def _chosen(self, event: PackChosen) -> None:
        for pack, reason in event.refused:
            self._say(f"The models “{pack.name}” cannot be had now: {reason}")
        self._say(f"The models “{event.pack.name}”: {event.pack.title}.")

    def _fetching(self, event: Fetching) -> None:
        if event.file != self._file:
            self._file = event.file
            self._bar.reset(self._task)
            self._say(f"  {event.model.title}: {event.file} from {event.origin}, licence {event.model.licence}")
        self._bar.update(self._task, description=event.file, completed=event.done, total=event.total)

    def _installed(self, event: Installed) -> None:
        self._say(f"  {event.model.title}: {'ready' if event.fresh else 'was here already'} ({event.model.licence})")

    def _say(self, sentence: str) -> None:
        self._console.print(sentence, markup=False)


class JsonPrinter:
    """For programs: every event as one object; of the bytes of a file no more than one a percent."""

    def __init__(self) -> None:
        self._shown: tuple[str, int] = ("", -1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        return None

    def show(self, event: InstallEvent) -> None:
        if isinstance(event, Fetching):
            now = event.file, 100 * event.done // max(event.total, 1)
            if now == self._shown:
                return
            self._shown = now
        print_json([{"event": type(event).__name__.lower(), **_row(event)}])


def _row(event: InstallEvent) -> Mapping[str, Any]:
    match event:
        case Asking():
            return {"files": event.files}
        case PackChosen():
            refused = [{"pack": pack.name, "reason": reason} for pack, reason in event.refused]
            return {"pack": event.pack.name, "refused": refused}
        case Fetching():
            row = {"file": event.file, "origin": event.origin, "done": event.done, "total": event.total}
            return {"model": event.model.name, "licence": event.model.licence, **row}
        case SourceRefused():
            return {"model": event.model.name, "file": event.file, "reason": event.reason}
        case Converting():
            return {"model": event.model.name}
        case Installed():
            row = {"origins": list(event.origins), "fresh": event.fresh, "licence": event.model.licence}
            return {"model": event.model.name, **row}
