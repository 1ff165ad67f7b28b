"""The texts of the window in other words: collected from the code, and for English the plurals.

    python packaging/translations.py

The code says "%n photo(s)"; English needs "1 photo" and "2 photos". The forms follow from the text, irregular ones are
listed here. Writes resources/translations/photoface_en.ts, and the .qm that the window loads.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

CHECKOUT = Path(__file__).resolve().parents[1]
FOLDER = CHECKOUT / "resources" / "translations"

# Of one thing the verb has another form: the text as it is -> of one.
VERBS = {
    "photo(s) show": "photo shows",
    "face(s) find": "face finds",
    "face(s) lose": "face loses",
    "face(s) stay": "face stays",
    "group(s) join": "group joins",
    "group(s) part": "group parts",
    "file(s) leave": "file leaves",
    "Are these %n face(s)": "Is this face",
    "Who are these %n face(s)": "Who is this",
    "these %n face(s)": "this face",
    "face(s) are": "face is",
    "other(s) are": "other is",
    "which hold": "which holds",
    "face(s) that belong": "face that belongs",
    "face(s) that were ignored, or marked as none. Select some to bring them back": (
        "face that was ignored, or marked as none. Select it to bring it back"
    ),
}
PEOPLE = {"person(s)": ("person", "people")}


def forms(source: str) -> tuple[str, str]:
    """Of one, and of any other number."""
    one, other = source, source
    for said, of_one in VERBS.items():
        one = one.replace(said, of_one)
    for said, (single, many) in PEOPLE.items():
        one, other = one.replace(said, single), other.replace(said, many)
    return re.sub(r"\((e?s)\)", "", one), re.sub(r"\((e?s)\)", r"\1", other)


def of_functions(code: Path) -> Iterator[tuple[str, str]]:
    """Context and text of plurals that go through a module's own ``tr(text, number)``, which lupdate does not see."""
    source = code.read_text(encoding="utf-8")
    context = re.search(r"def tr\(.*?translate\(\s*\"(\w+)\"", source, re.DOTALL)
    for call in ast.walk(ast.parse(source)) if context else ():
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "tr" and call.args:
            text = call.args[0]
            if isinstance(text, ast.Constant) and re.search("%L?n", str(text.value)):
                assert context is not None
                yield context[1], str(text.value)


def add(tree: ElementTree.ElementTree[ElementTree.Element], context: str, text: str) -> None:
    """A plural message, if it is not there yet."""
    root = tree.getroot()
    home = next((each for each in root.findall("context") if each.findtext("name") == context), None)
    if home is None:
        home = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(home, "name").text = context
    if all(message.findtext("source") != text for message in home.findall("message")):
        message = ElementTree.SubElement(home, "message", numerus="yes")
        ElementTree.SubElement(message, "source").text = text
        ElementTree.SubElement(message, "translation")


def fill(file: Path) -> int:
    """Give every plural of the file its two forms; how many there are."""
    tree = ElementTree.parse(file)
    for code in sorted((CHECKOUT / "photoface" / "gui").rglob("*.py")):
        for context, text in of_functions(code):
            add(tree, context, text)
    messages = tree.getroot().findall(".//message[@numerus='yes']")
    for message in messages:
        translation = message.find("translation")
        assert translation is not None
        translation.clear()
        for form in forms(message.findtext("source") or ""):
            ElementTree.SubElement(translation, "numerusform").text = form
    tree.write(file, encoding="utf-8", xml_declaration=True)
    return len(messages)


def main() -> None:
    """Collect, fill, compile."""
    tools, file = Path(sys.executable).parent, FOLDER / "photoface_en.ts"
    code = sorted(str(each.relative_to(CHECKOUT)) for each in (CHECKOUT / "photoface" / "gui").rglob("*.py"))
    options = ["-source-language", "en", "-target-language", "en", "-locations", "none", "-no-obsolete", "-pluralonly"]
    subprocess.run([tools / "pyside6-lupdate", *options, *code, "-ts", file], cwd=CHECKOUT, check=True)
    print(f"{fill(file)} plurals")
    subprocess.run([tools / "pyside6-lrelease", file, "-qm", file.with_suffix(".qm")], cwd=CHECKOUT, check=True)


if __name__ == "__main__":
    main()
