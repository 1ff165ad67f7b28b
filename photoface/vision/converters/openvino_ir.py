"""OpenVINO IR (an XML of layers and edges, and a file of constants) as ONNX.

Source: docs.openvino.ai, "Intermediate Representation", operation set 1. Constants of 16 bits become 32 bits, the
batch becomes free. Made for face-reidentification-retail-0095; an operation beyond its eleven is refused by name.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from photoface.vision.converters.errors import Malformed
from photoface.vision.converters.openvino_layers import Graph, Port


class _NoDoctype(TreeBuilder):
    """Without a DOCTYPE there are no entities, so no file can grow or reach out while it is read."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise Malformed("its XML has a DOCTYPE")


def openvino_to_onnx(xml: bytes, weights: bytes) -> bytes:
    """The two files of an IR as one ONNX file; Malformed when they are cut, hostile or hold something unknown."""
    root = _parse(xml)
    sources = _edges(root)
    graph = Graph(weights)
    for layer in root.iterfind("layers/layer"):
        ports = sources.get(layer.get("id", ""), {})
        graph.add(layer, [ports[number] for number in sorted(ports)])
    return graph.finish(root.get("name", "openvino"))


def _parse(xml: bytes) -> Element:
    parser = XMLParser(target=_NoDoctype())
    try:
        parser.feed(xml)
        root: Element = parser.close()
    except ParseError as error:
        raise Malformed(f"its XML cannot be read ({error})") from error
    if root.tag != "net":
        raise Malformed("its XML describes no network")
    return root


def _edges(root: Element) -> dict[str, dict[int, Port]]:
    """Layer id -> its input ports -> where their values come from."""
    sources: dict[str, dict[int, Port]] = {}
    for edge in root.iterfind("edges/edge"):
        ports = sources.setdefault(edge.get("to-layer", ""), {})
        port = edge.get("to-port", "")
        if not port.isdecimal() or len(port) > 9:
            raise Malformed("an edge in its XML leads nowhere")
        ports[int(port)] = edge.get("from-layer", ""), edge.get("from-port", "")
    return sources
