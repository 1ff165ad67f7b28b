"""What an OpenVINO layer says of itself in XML."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from photoface.vision.converters.errors import Malformed
from photoface.vision.converters.onnx_writer import Attribute


def window(layer: Element) -> dict[str, Attribute]:
    """Steps and padding as ONNX names them."""
    if attribute(layer, "auto_pad") != "explicit":
        raise Malformed("a window in it does not say how it is padded")
    return {
        "strides": numbers(layer, "strides"),
        "pads": [*numbers(layer, "pads_begin"), *numbers(layer, "pads_end")],
    }


def attribute(layer: Element, key: str) -> str:
    """An attribute of the layer's data; "" where it has none."""
    data = layer.find("data")
    return data.get(key, "") if data is not None else ""


def numbers(layer: Element, key: str) -> list[int]:
    """A list of numbers, "1, 64, 3, 3"; Malformed when it is none."""
    return [whole(part, key) for part in attribute(layer, key).split(",")]


def whole(written: str, what: str) -> int:
    """A number as the XML writes it: digits, and not so many that no tensor could have that size."""
    digits = written.strip()
    if not digits.isdecimal() or len(digits) > 18:
        raise Malformed(f"a layer in it has no usable {what}")
    return int(digits)
