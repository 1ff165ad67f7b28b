"""Scaling layers and the input's mean, worked into the convolutions beside them, in float64."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from photoface.vision.converters.dlib_layers import Affine, Convolution, DlibNetwork, Layer
from photoface.vision.converters.errors import Malformed


def folded(network: DlibNetwork) -> list[Layer]:
    """The layers without scaling layers, to be fed with plain RGB 0..255; Malformed where one cannot be folded."""
    layers: list[Layer] = []
    for layer in network.layers:
        if not isinstance(layer, Affine):
            layers.append(layer)
        elif layers and isinstance(layers[-1], Convolution):
            layers[-1] = _fold_affine(layers[-1], layer)
        else:
            raise Malformed("a scaling layer in it does not follow a convolution")
    if not layers or not isinstance(layers[0], Convolution) or layers[0].window.padding != (0, 0):
        raise Malformed("it does not begin with a convolution without padding")
    layers[0] = _fold_mean(layers[0], network.mean)
    return layers


def _fold_affine(layer: Convolution, affine: Affine) -> Convolution:
    if affine.gamma.size != layer.biases.size:
        raise Malformed("a scaling layer in it has another number of channels than its convolution")
    gamma = affine.gamma.astype(np.float64)
    filters = layer.filters * gamma[:, None, None, None]
    return replace(layer, filters=_single(filters), biases=_single(layer.biases * gamma + affine.beta))


def _fold_mean(layer: Convolution, mean: tuple[float, float, float]) -> Convolution:
    if layer.filters.shape[1] != 3:
        raise Malformed("its first convolution is not one for three colours")
    filters = layer.filters.astype(np.float64) / 256
    shifts = (filters * np.array(mean)[None, :, None, None]).reshape(len(filters), -1)
    # fsum is exact: the same bytes on every machine, whatever its numpy adds in which order.
    biases = [bias - math.fsum(shift) for bias, shift in zip(layer.biases.tolist(), shifts.tolist(), strict=True)]
    return replace(layer, filters=_single(filters), biases=_single(np.array(biases)))


def _single(values: NDArray[np.float64]) -> NDArray[np.float32]:
    if values.size and np.abs(values).max() > np.finfo(np.float32).max:
        raise Malformed("a weight in it is too large")
    return values.astype(np.float32)
