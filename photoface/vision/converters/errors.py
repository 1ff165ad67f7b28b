"""What a converter says of a file that it cannot use."""

from __future__ import annotations


class Malformed(ValueError):
    """The bytes are not the model file that they claim to be; ``str(error)`` is the end of a sentence.

    Becomes a ModelRefused that names the file, in ``converters.to_onnx``.
    """
