"""dlib's ``dlib_face_recognition_resnet_model_v1.dat``: a stack of layers, each stored after the layer under it.

The file begins with the versions of all layers, outermost first; then come the input and the layers themselves,
innermost first. Source: dlib/dnn/core.h, layers.h, input.h, loss.h (Boost licence), read; written afresh.
"""

from __future__ import annotations

from photoface.vision.converters.dlib_details import read_details
from photoface.vision.converters.dlib_layers import DlibNetwork, Layer, Mark
from photoface.vision.converters.dlib_reader import DlibReader
from photoface.vision.converters.errors import Malformed

_MARK, _LAYER, _INNERMOST = 1, 2, 3
_MOST_LAYERS = 10_000


def read_network(data: bytes) -> DlibNetwork:
    """The layers of the .dat file; Malformed when a byte is missing, odd or too many."""
    reader = DlibReader(data)
    _read_loss(reader)
    versions = _read_versions(reader)
    mean, size = _read_input(reader)
    layers = [_read_layer(reader, version) for version in reversed(versions)]
    if not reader.at_end:
        raise Malformed("there is something behind its last layer")
    return DlibNetwork(mean, size, tuple(layers))


def _read_loss(reader: DlibReader) -> None:
    reader.expect(1, "loss layer")
    if reader.string() != "loss_metric_2":
        raise Malformed("it is not a network for telling faces apart")
    reader.real()
    reader.real()


def _read_versions(reader: DlibReader) -> list[int]:
    versions: list[int] = []
    while _INNERMOST not in versions[-1:]:
        versions.append(reader.integer())
        if versions[-1] not in (_MARK, _LAYER, _INNERMOST) or len(versions) > _MOST_LAYERS:
            raise Malformed("its layers are of a version that is not known")
    return versions


def _read_input(reader: DlibReader) -> tuple[tuple[float, float, float], tuple[int, int]]:
    if reader.string() != "input_rgb_image_sized":
        raise Malformed("its input is not a colour picture of a fixed size")
    mean = reader.real(), reader.real(), reader.real()
    if not all(0 <= colour <= 256 for colour in mean):
        raise Malformed("the mean of its input is no colour")
    return mean, (reader.integer(), reader.integer())


def _read_layer(reader: DlibReader, version: int) -> Layer:
    if version == _MARK:
        return Mark()
    layer = read_details(reader)
    for _ in range(3):  # set up, gradient stale, output disabled
        reader.boolean()
    for _ in range(3):  # gradients and the cached output: empty in a file made for use
        reader.tensor()
    if version == _INNERMOST:
        reader.expect(1, "sample expansion")
    return layer
