"""A text for a report of a problem: versions and counts, no names, no paths."""

from __future__ import annotations

import platform
from importlib import metadata

from photoface import __version__
from photoface.config.settings import load_settings
from photoface.services.keeping.upkeep import status
from photoface.services.library import Library
from photoface.store.checks import engine_version

_TOLD = ("onnxruntime", "numpy", "pillow", "pillow-heif", "scikit-learn", "hnswlib")


def diagnostics(library: Library) -> str:
    """Some lines of plain text."""
    now, settings = status(library), load_settings()
    counts = ", ".join(f"{value} {name}" for name, value in now.numbers().items() if isinstance(value, int))
    kinds = sorted({each.kind for each in now.failures})
    lines = (
        f"photoface {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"SQLite {engine_version()}, " + ", ".join(f"{name} {_version(name)}" for name in _TOLD),
        f"models {now.pack or 'none'}, {now.algorithm}, {now.wrong:.2%} wrong",
        counts,
        f"kinds of failures: {', '.join(kinds) or 'none'}",
        f"theme {settings.theme}, language {settings.language}, threads {settings.threads}",
    )
    return "\n".join(lines)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "missing"
