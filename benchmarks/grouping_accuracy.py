"""How well the groups of an indexed library fit people whose photos lie in folders named after them.

    photoface --library /tmp/lfw index .../faces/lfw
    python benchmarks/grouping_accuracy.py --library /tmp/lfw

Of each photo the face nearest to the centre is the one that the folder names; all faces were grouped. Reports BCubed
precision, recall and F (Amigo et al. 2009); a face without a group counts as a group of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import defaultdict

import numpy as np

from photoface.matching.measures import bcubed


def main() -> None:
    """Prints one line of figures, and the same as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", required=True)
    faces = labelled_faces(read("faces", parser.parse_args().library), read("photos", parser.parse_args().library))
    truth = np.unique([os.path.basename(os.path.dirname(face["photo"])) for face in faces], return_inverse=True)[1]
    groups = [-face["face_id"] if face["cluster_id"] is None else face["cluster_id"] for face in faces]
    precision, recall, f = bcubed(truth, np.unique(groups, return_inverse=True)[1])
    print(json.dumps({"faces": len(faces), "people": int(truth.max()) + 1, "groups": len(set(groups)),
                      "precision": round(precision, 4), "recall": round(recall, 4), "f": round(f, 4)}))


def read(command: str, library: str) -> list[dict]:
    """What the command line says, parsed."""
    call = [sys.executable, "-m", "photoface", command, "--library", library, "--json"]
    return [json.loads(line) for line in subprocess.run(call, check=True, capture_output=True).stdout.splitlines()]


def labelled_faces(faces: list[dict], photos: list[dict]) -> list[dict]:
    """The face nearest to the centre of each photo."""
    sizes = {photo["photo"]: (photo["width"], photo["height"]) for photo in photos}
    by_photo = defaultdict(list)
    for face in faces:
        by_photo[face["photo"]].append(face)
    return [min(group, key=lambda face: off_centre(face["box"], sizes[photo])) for photo, group in by_photo.items()]


def off_centre(box: list[float], size: tuple[int, int]) -> float:
    """Squared distance of the box's centre from the picture's, in pixels."""
    x, y = box[0] + box[2] / 2 - size[0] / 2, box[1] + box[3] / 2 - size[1] / 2
    return x * x + y * y


if __name__ == "__main__":
    main()
