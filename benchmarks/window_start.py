"""From the start of the process to the first paint of the window, and to its first page with people and pictures.

    python -m benchmarks.made_library FOLDER --faces 200000 --photos 100000 --people 5000 --pictures
    python -m benchmarks.window_start FOLDER --rounds 7

Milliseconds since the process was started: wall, and CPU of the process (all its threads; what it starts not included).
The program's byte code is compiled before, as an installation does it.
The least of some rounds: on an idle machine the wall is near to the CPU time, or below it where threads work at once.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

LIMIT_MS = 1000
LIMITED = "first paint"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--json", type=Path, help="write the figures of all rounds there too")
    options = parser.parse_args()
    with TemporaryDirectory() as compiled:
        once(options.folder, compiled)
        rounds = [once(options.folder, compiled) for _ in range(options.rounds)]
    print(f"{'':28} {'wall ms':>9} {'CPU ms':>9}   (least of {options.rounds}; load {os.getloadavg()[0]:.1f})")
    for name in rounds[0]["marks"]:
        wall, cpu = (min(each["marks"][name][at] for each in rounds) for at in (0, 1))
        missed = "  MISSED" if name == LIMITED and wall > LIMIT_MS else ""
        print(f"{name:28} {wall:9.0f} {cpu:9.0f}{missed}")
    print(f"most memory {max(each['peak'] for each in rounds):.0f} MB")
    if options.json:
        options.json.write_text(json.dumps(rounds, indent=1), encoding="utf-8")


def once(folder: Path, compiled: str) -> dict[str, Any]:
    """One start: marks -> (wall, CPU) milliseconds since the process was started, and the most memory it took in MB.

    compiled: a folder for byte code, which an installed program has.
    """
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = compiled
    began = time.clock_gettime(time.CLOCK_MONOTONIC)
    command = [sys.executable, "-m", "benchmarks.started_window", "--library", str(folder), "gui"]
    ran = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env=environment)
    found = json.loads(ran.stdout.splitlines()[-1])
    marks = {"interpreter up": (found["begun"], 0.0), **found["marks"]}
    return {
        "marks": {name: (1000 * (wall - began), 1000 * cpu) for name, (wall, cpu) in marks.items()},
        "peak": found["peak"],
    }


if __name__ == "__main__":
    main()
