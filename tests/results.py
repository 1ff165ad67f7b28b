"""What a command said and how it ended."""

import json
from dataclasses import dataclass


@dataclass
class Result:
    code: int
    out: str
    err: str

    @property
    def rows(self):
        """The JSON objects that were printed."""
        return [json.loads(line) for line in self.out.splitlines()]
