"""Another pack of models for a library: new embeddings beside the old, every decision kept.

Faces are the same faces: those that the new detector finds are matched by overlap, the others stay as they are.
Nothing is lost when this is interrupted; the next index goes on, and `models use` with the old pack goes back.
"""

from __future__ import annotations

from photoface.domain.errors import ModelsMissing
from photoface.services.library import Library
from photoface.services.outcome import Outcome
from photoface.vision.model_store import ModelStore


def record_pack(library: Library, store: ModelStore, name: str) -> Outcome:
    """The library works with this pack from now on; index and regroup afterwards. NotFound, ModelsMissing."""
    pack = store.catalog.pack(name)
    if not store.pack_installed(name):
        raise ModelsMissing(
            f"{pack.title} is not installed; nothing was changed. Type: photoface models install {name}"
        )
    if library.setting("pack") == name:
        return Outcome(None, f"this library works with {name} already; nothing was changed")
    with library.journal.operation("models", f"use the models {name}") as record:
        record.put("setting", {"key": "pack", "value": name})
    return Outcome(record.operation_id, f"the library works with {name} now")


def use_pack(library: Library, store: ModelStore, name: str) -> Outcome:
    """``record_pack``, and a note that the faces are to be grouped anew when all photos are read."""
    outcome = record_pack(library, store, name)
    if outcome.operation_id is not None:
        library.db.set_setting(_DUE, "1")
    return outcome


def regrouping_is_due(library: Library) -> bool:
    """Whether another pack was chosen since the faces were grouped anew."""
    return library.setting(_DUE) == "1"


def regrouped(library: Library) -> None:
    """They are grouped anew now."""
    library.db.set_setting(_DUE, "0")


_DUE = "regrouping due"
