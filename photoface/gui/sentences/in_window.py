"""Sentences of the engine that are others in the window, where nobody knows groups by numbers, nor types commands."""

from __future__ import annotations

SENTENCES = (
    "two groups: one person",
    "two groups: different people",
    "The library {folder} is damaged ({why}). Nothing was written; a snapshot helps.",
)

INSTEAD = {
    "name %Ln face(s) of group {number} {name}": "name %Ln face(s) {name}",
    "split off %Ln face(s) into group {number}": "split off %Ln face(s)",
    "merge group {number} into group {target}": "two groups: one person",
    "merged group {number} into group {target}: %Ln face(s) joined {count}": "merged: %Ln face(s) joined {count}",
    "group {number} and group {target}: different people": "two groups: different people",
    "The library {folder} is damaged ({why}). Nothing was written; a snapshot helps (photoface restore).": (
        "The library {folder} is damaged ({why}). Nothing was written; a snapshot helps."
    ),
}
"""What the engine says, or said in older histories -> what the window says."""
