"""photoface as it is, but its analyzer notes when it begins and ends each file: python timed_program.py ARGUMENTS.

The notes go to the file named by PHOTOFACE_TIMINGS, a JSON object a line: name, seconds (wall) and CPU seconds of
the child meanwhile (of all its threads: what the file took is at most the smaller of the two). A file that ended the
child has a beginning only.
"""

from __future__ import annotations

import json
import os
import time
from functools import partial

from photoface.domain.faces import PhotoAnalysis, PhotoKnown
from photoface.worker import analyzer_process
from photoface.worker.protocol import Allow, AnalyzerSpec, PhotoReader
from photoface.worker.reading import file_reader


class TimedReader:
    """The real reader with a clock; waiting for the turn of a large photo counts."""

    def __init__(self, reader: PhotoReader, notes: str) -> None:
        self._reader = reader
        self._notes = os.open(notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)

    def read(self, path: bytes, *, probe: bool, allow: Allow) -> PhotoAnalysis | PhotoKnown:
        name, wall, cpu = os.fsdecode(os.path.basename(path)), time.monotonic(), time.process_time()
        self._note({"began": name})
        try:
            return self._reader.read(path, probe=probe, allow=allow)  # type: ignore[return-value]
        finally:
            took = {"seconds": time.monotonic() - wall, "cpu": time.process_time() - cpu}
            self._note({"ended": name, **took})

    def _note(self, row: dict[str, object]) -> None:
        os.write(self._notes, json.dumps(row).encode() + b"\n")


def timed_reader(spec: AnalyzerSpec) -> TimedReader:
    """Runs in the child."""
    return TimedReader(file_reader(spec), os.environ["PHOTOFACE_TIMINGS"])


def main() -> None:
    """Runs the command line; does not return."""
    from photoface.cli.main import run

    timed = partial(analyzer_process.AnalyzerProcess, factory=timed_reader)
    analyzer_process.AnalyzerProcess = timed  # type: ignore[assignment,misc]
    run()


if __name__ == "__main__":
    main()
