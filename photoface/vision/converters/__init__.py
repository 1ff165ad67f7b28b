"""Model files of other programs as ONNX: dlib's .dat, OpenVINO's IR, and ONNX of a fixed size."""

from __future__ import annotations

from collections.abc import Sequence

from photoface.domain.errors import ModelRefused
from photoface.vision.converters.dlib_resnet import dlib_to_onnx
from photoface.vision.converters.errors import Malformed
from photoface.vision.converters.onnx_dynamic import with_free_size
from photoface.vision.converters.onnx_writer import Dim
from photoface.vision.converters.openvino_ir import openvino_to_onnx

__all__ = ["to_onnx"]


def to_onnx(name: str, format: str, files: Sequence[bytes], free_size: Sequence[Dim] = ()) -> bytes:
    """The bytes of one ONNX file from the bytes of a model's files in the catalogue's order.

    format: 'onnx', 'dlib' or 'openvino' (xml, then weights). free_size: the input dimensions of an ONNX file
    that shall take any size. ModelRefused names the model and says what is wrong with its bytes.
    """
    try:
        if format == "dlib":
            return dlib_to_onnx(*files)
        if format == "openvino":
            return openvino_to_onnx(*files)
        return with_free_size(files[0], free_size) if free_size else files[0]
    except Malformed as error:
        raise ModelRefused(f"{name} cannot be used as a model: {error}. Nothing was installed.") from error
