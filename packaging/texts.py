"""The texts of the window as the code has them: every call that Qt looks up in a translation, with its context.

A call whose text or context cannot be read from the code is an error: at run time it would stay English unnoticed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CATALOGUE = "SENTENCES"
"""Name of the tuples of sentences that the engine says (photoface/gui/sentences), and their context in lower case."""


@dataclass(frozen=True, slots=True)
class Text:
    """plural: it has a form for each number, for it is looked up with one."""

    context: str
    source: str

    @property
    def plural(self) -> bool:
        return re.search("%L?n", self.source) is not None


class Unreadable(ValueError):
    """A call of tr or translate in a form that nobody can collect."""


def texts_of(folder: Path) -> list[Text]:
    """All texts of the code in a folder, each once, by context in the order of the code. Raises Unreadable."""
    found = [text for code in sorted(folder.rglob("*.py")) for text in texts_in(code.read_text("utf-8"), str(code))]
    return sorted(dict.fromkeys(found), key=lambda text: text.context)


def texts_in(code: str, name: str = "") -> Iterator[Text]:
    """The texts of one module. Raises Unreadable."""
    tree = ast.parse(code)
    of_module = _context_of_module(tree)
    yield from _walk(tree, of_module, None, name)


def _walk(node: ast.AST, of_module: str | None, of_class: str | None, name: str) -> Iterator[Text]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef) and child.name == "tr":
            continue
        if isinstance(child, ast.Call) and (text := _text(child, of_module, of_class, name)) is not None:
            yield text
        if _is_catalogue(child):
            yield from (Text(CATALOGUE.capitalize(), said) for said in _strings(child))
        inner = child.name if isinstance(child, ast.ClassDef) else of_class
        yield from _walk(child, of_module, inner, name)


def _text(call: ast.Call, of_module: str | None, of_class: str | None, name: str) -> Text | None:
    said, where = ast.unparse(call.func), f"{name}:{call.lineno}: {ast.unparse(call)}"
    match said:
        case "tr":
            context, source = of_module, call.args[0]
        case "self.tr":
            context, source = of_class, call.args[0]
        case "QCoreApplication.translate":
            context, source = _value(call.args[0]), call.args[1]
        case _ if said.endswith(".tr"):
            raise Unreadable(f"{where}: a text needs self.tr, a tr of its module, or QCoreApplication.translate")
        case _:
            return None
    if context == CATALOGUE.capitalize() and _value(source) is None:
        return None  # looks the catalogue up
    if context is None or _value(source) is None:
        raise Unreadable(f"{where}: the text and its context have to stand in the code")
    return Text(context, str(_value(source)))


def _context_of_module(tree: ast.Module) -> str | None:
    """Of a module's own ``def tr``: what it hands to QCoreApplication.translate."""
    for each in tree.body:
        if isinstance(each, ast.FunctionDef) and each.name == "tr":
            call = next(inner for inner in ast.walk(each) if isinstance(inner, ast.Call))
            return _value(call.args[0])
    return None


def _is_catalogue(node: ast.AST) -> bool:
    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
    return isinstance(target, ast.Name) and target.id == CATALOGUE


def _strings(node: ast.AST) -> Iterator[str]:
    found = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
    return (each for each in found if isinstance(each, str))


def _value(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
