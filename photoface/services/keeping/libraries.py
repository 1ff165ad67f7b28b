"""Which folder holds a library, and where a new one may be made."""

from __future__ import annotations

from pathlib import Path

from photoface.domain.errors import BadRequest, NotFound
from photoface.store.database import DATABASE_NAME


def existing_library(folder: Path) -> Path:
    """The library that is meant by a folder: the one in it, or in its folder "library". Raises NotFound."""
    for each in (folder, folder / "library"):
        if (each / DATABASE_NAME).is_file():
            return each
    raise NotFound(f"There is no library in {folder}: a library's folder holds a file {DATABASE_NAME}.")


def place_for_new(folder: Path) -> Path:
    """This folder, if a library can be made in it: it has to be empty, or not there yet. Raises BadRequest."""
    if (folder / DATABASE_NAME).exists():
        raise BadRequest(f"There is a library in {folder} already; open it instead.")
    try:
        empty = not folder.exists() or not any(folder.iterdir())
    except OSError as error:
        raise BadRequest(f"{folder} cannot be used ({error.strerror}); choose another folder.") from error
    if not empty:
        raise BadRequest(f"{folder} holds other files; choose an empty folder for a new library.")
    return folder
