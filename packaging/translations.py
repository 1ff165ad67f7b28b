"""The texts of the window in other languages: collected from the code, compiled, checked.

    python packaging/translations.py            # or: make translations

Brings resources/translations/photoface_*.ts to the texts of the code, writes the .qm that the window loads, and lists
what is still to translate; then it ends with 1. How to translate, and which words to use: packaging/translating.md.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from plurals import forms
from texts import Text, texts_of
from ts_files import problems, read

CHECKOUT = Path(__file__).resolve().parents[1]
CODE = CHECKOUT / "photoface" / "gui"
FOLDER = CHECKOUT / "resources" / "translations"
LANGUAGES = ("en", "ko")


def file_of(language: str) -> Path:
    """The translations of a language."""
    return FOLDER / f"photoface_{language}.ts"


def wanted(texts: Sequence[Text], language: str) -> list[Text]:
    """English needs its plurals only."""
    return [text for text in texts if text.plural] if language == "en" else list(texts)


def collect(texts: Sequence[Text], language: str) -> None:
    """Bring the file of a language to these texts: new ones wait for a translation, those that are gone are dropped."""
    with tempfile.TemporaryDirectory() as folder:
        code = Path(folder) / "texts.py"  # what lupdate reads: it keeps what is translated, and the form of the file
        code.write_text("".join(_call(text) for text in texts), "utf-8")
        options = ["-source-language", "en", "-target-language", language, "-locations", "none", "-no-obsolete"]
        _tool("lupdate", *options, "-disable-heuristic", "similartext", code, "-ts", file_of(language))


def fill_english() -> None:
    """Each plural of the English file has its two forms."""
    tree = ElementTree.parse(file_of("en"))
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.clear()
        for form in forms(message.findtext("source") or ""):
            ElementTree.SubElement(translation, "numerusform").text = form
    tree.write(file_of("en"), encoding="utf-8", xml_declaration=True)


def release(language: str) -> None:
    """Write the .qm. What is counted reads 18,302 there and not 18302, although translators write a plain %n."""
    tree = ElementTree.parse(file_of(language))
    for form in tree.getroot().iter("numerusform"):
        form.text = (form.text or "").replace("%n", "%Ln")
    with tempfile.TemporaryDirectory() as folder:
        separated = Path(folder) / file_of(language).name
        tree.write(separated, encoding="utf-8", xml_declaration=True)
        _tool("lrelease", separated, "-qm", file_of(language).with_suffix(".qm"))


def main() -> int:
    """Collect, fill, compile, check; how it went."""
    texts, wrong = texts_of(CODE), []
    for language in LANGUAGES:
        collect(wanted(texts, language), language)
        if language == "en":
            fill_english()
        release(language)
        wrong += [
            f"{language}: {each}" for each in problems(read(file_of(language)), wanted(texts, language), language)
        ]
    print("\n".join(wrong) or f"{len(texts)} texts, all of them translated")
    return 1 if wrong else 0


def _call(text: Text) -> str:
    context, source = (json.dumps(each, ensure_ascii=False) for each in (text.context, text.source))
    return f"QCoreApplication.translate({context}, {source}, None{', 0' if text.plural else ''})\n"


def _tool(name: str, *arguments: str | Path) -> None:
    subprocess.run([Path(sys.executable).parent / f"pyside6-{name}", "-silent", *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
