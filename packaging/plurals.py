"""English plurals: the code says "%n photo(s)", English needs "1 photo" and "2 photos".

The forms follow from the text; irregular ones are listed here.
"""

from __future__ import annotations

import re

# Of one thing the verb has another form: the text as it is -> of one.
VERBS = {
    "decision(s) contradict": "decision contradicts",
    "photo(s) as their files say": "photo as its file says",
    "photo(s) show": "photo shows",
    "face(s) find": "face finds",
    "face(s) lose theirs": "face loses its group",
    "face(s) stay": "face stays",
    "face(s) move": "face moves",
    "face(s) leave for a group of their own": "face leaves for a group of its own",
    "group(s) join": "group joins",
    "group(s) part": "group parts",
    "group(s) become": "group becomes",
    "file(s) leave all pages. None of them is touched": "file leaves all pages. It is not touched",
    "which hold": "which holds",
    "face(s) that belong together": "face",
    "face(s), the likest first; none of them comes back": "face; it does not come back",
    "face(s) with what they are compared by, and their small pictures": (
        "face with what it is compared by, and its small picture"
    ),
    "face(s) that were ignored, or marked as none. Select some to bring them back": (
        "face that was ignored, or marked as none. Select it to bring it back"
    ),
    "Are these %n face(s)": "Is this face",
    "Who are these %n face(s)": "Who is this",
    "These %n face(s) are": "This face is",
    "these %n face(s)": "this face",
    "face(s) are": "face is",
    "named face(s) look": "named face looks",
    "other face(s) change": "other face changes",
    "face(s) go back to the group they were in": "face goes back to the group it was in",
    "face(s) in their place": "face in its place",
    "Of %n face(s) drawn by lot {right} were": "Of %n face drawn by lot {right} was",
    "Of %n guess(es) that you looked at {right} were": "Of %n guess that you looked at {right} was",
    "file(s) are as they were": "file is as it was",
    "file(s) were left as they are": "file was left as it is",
    "file(s) are": "file is",
    "The %n selected photo(s) are different from the others": "The selected photo is different from the others",
    "photo(s) are different ones": "photo is a different one",
    "more that look the same": "more that looks the same",
    "more look the same": "more looks the same",
    "other(s) are": "other is",
    "%n face(s) of strangers": "%n face of a stranger",
    "question(s) wait": "question waits",
    "faces are {name}": "face is {name}",
    "%n are no faces": "%n is no face",
    "Confirm all %n guess(es)": "Confirm the one guess",
}
PEOPLE = {"person(s)": ("person", "people"), "n people": ("n person", "n people")}


def forms(source: str) -> tuple[str, str]:
    """Of one, and of any other number."""
    one, other = source, source
    for said, of_one in VERBS.items():
        one = one.replace(said, of_one)
    for said, (single, many) in PEOPLE.items():
        one, other = one.replace(said, single), other.replace(said, many)
    return re.sub(r"\((e?s)\)", "", one), re.sub(r"\((e?s)\)", r"\1", other)
