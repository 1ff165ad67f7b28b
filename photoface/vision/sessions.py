"""One onnxruntime session per model, shared by all threads of the analyzer process."""

from __future__ import annotations

from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Session(Protocol):
    """A loaded network with one input. outputs: their names, in the order of ``run``."""

    @property
    def outputs(self) -> tuple[str, ...]: ...

    def run(self, batch: Floats) -> list[Floats]: ...


class OnnxSession:
    """Session of an onnxruntime model; ``run`` may be called by several threads at once."""

    def __init__(self, onnx_bytes: bytes, threads: int = 1) -> None:
        import onnxruntime  # type: ignore[import-untyped]

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads  # photos run side by side instead: two threads here cost 1.8x the CPU
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_ALL  # 2x by its memory layout
        options.enable_mem_pattern = False  # a plan for each size of photo: 230 MB more and no faster
        options.log_severity_level = 3  # CenterFace carries unused initialisers, each of which would be a warning
        self._session = onnxruntime.InferenceSession(onnx_bytes, options, providers=["CPUExecutionProvider"])
        self._input = self._session.get_inputs()[0].name
        self.outputs = tuple(output.name for output in self._session.get_outputs())

    def run(self, batch: Floats) -> list[Floats]:
        return cast("list[Floats]", self._session.run(None, {self._input: batch}))


def network_errors() -> tuple[type[Exception], ...]:
    """What onnxruntime raises about a network or its input: its own classes share no base."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state  # type: ignore[import-untyped]

    own = (each for each in vars(state).values() if isinstance(each, type) and issubclass(each, Exception))
    return (RuntimeError, ValueError, *own)


def open_session(onnx_bytes: bytes, threads: int = 1) -> Session:
    """A session of checked model bytes; ModelRefused where onnxruntime cannot use them."""
    from photoface.domain.errors import ModelRefused

    try:
        return OnnxSession(onnx_bytes, threads)
    except network_errors() as error:
        raise ModelRefused(
            f"a model file cannot be loaded ({error}); install it again: photoface models install"
        ) from error
