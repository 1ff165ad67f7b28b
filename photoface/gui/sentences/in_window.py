"""Sentences of the engine that are others in the window, where nobody knows groups by numbers, nor types commands."""

from __future__ import annotations

SENTENCES = (
    "two groups: one person",
    "two groups: different people",
    "The library {folder} is damaged ({why}). Nothing was written; a snapshot helps.",
    "This group holds faces of {name}; nothing was changed. Rename that person, or say of the faces who they are.",
    "This group is not there any more.",
    "it is {name}'s already; nothing was changed",
    "it is one group already; nothing was changed",
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
    "Group {number} holds faces of {name}; nothing was changed. For another name of that person: photoface rename. "
    "For faces that are somebody else: photoface assign FACE... PERSON": (
        "This group holds faces of {name}; nothing was changed. Rename that person, or say of the faces who they are."
    ),
    "There is no group {number}. See the groups with: photoface people": "This group is not there any more.",
    "There is no unnamed group {number} in the library.": "This group is not there any more.",
    "group {number} is {name}'s already; nothing was changed": "it is {name}'s already; nothing was changed",
    "group {number} is one group already; nothing was changed": "it is one group already; nothing was changed",
    "There is no snapshot {name}. See them with: photoface restore": "There is no snapshot {name}.",
}
"""What the engine says, or said in older histories -> what the window says."""
