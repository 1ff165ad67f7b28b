"""Lists of names in a packet: ours are added, those that we wrote earlier and do not mean any more go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from photoface.domain.tags import same_name
from photoface.metadata.safe_xml import Element
from photoface.metadata.xmp_elements import LISTS, add, describe, items, name_of, properties, remove
from photoface.metadata.xmp_terms import RDF


def edit_bag(rdf: Element, prop: tuple[str, str, str], names: Sequence[str], earlier: Iterable[str]) -> tuple[str, ...]:
    """Which of the names in the list are ours now. prop: namespace, name, kind of list; earlier: which were ours."""
    tag, ours = name_of(prop[0], prop[1]), {same_name(each) for each in earlier}
    wanted, known = {same_name(each) for each in names}, set[str]()
    for item in [item for found in properties(rdf, tag) for item in items(found)]:
        said = same_name(item.text or "")
        if said in ours - wanted:
            remove(item)
        known.add(said)
    missing = [each for each in names if same_name(each) not in known]
    if missing:
        _append(rdf, prop, missing)
    for found in properties(rdf, tag):
        if ours and not items(found):
            remove(found)
    return tuple(each for each in names if each in missing or same_name(each) in ours)


def _append(rdf: Element, prop: tuple[str, str, str], names: Sequence[str]) -> None:
    uri, name, kind = prop
    there = [each for found in properties(rdf, name_of(uri, name)) for each in found.iterchildren(*LISTS)]
    bag = there[0] if there else add(_fresh(rdf, uri, name), RDF, kind)
    for each in names:
        add(bag, RDF, "li", each)


def _fresh(rdf: Element, uri: str, name: str) -> Element:
    """A new property; one that is there without a list (a single text) becomes a list, its text the first item."""
    there = properties(rdf, name_of(uri, name))
    if not there:
        return add(describe(rdf), uri, name)
    return there[0]
