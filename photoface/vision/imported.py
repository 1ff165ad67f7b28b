"""Models that the user brought: each described by a TOML table beside its file in the models folder."""

from __future__ import annotations

import logging
import tomllib
from dataclasses import replace
from pathlib import Path

from photoface.vision.catalog_file import read_model
from photoface.vision.model import Model

DESCRIPTION = "model.toml"
_log = logging.getLogger(__name__)


def imported_models(folder: Path) -> list[Model]:
    """The models that are described in the models folder; a damaged description is as if it were not there."""
    models = []
    for path in sorted(folder.glob(f"*/{DESCRIPTION}")):
        try:
            models.append(replace(read_model(path.parent.name, tomllib.loads(path.read_text("utf-8"))), imported=True))
        except (OSError, ValueError, KeyError, TypeError) as error:
            _log.warning("a description of an imported model is damaged: %s", error)
    return models
