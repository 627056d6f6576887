"""The tuned encoder's weights on disk: eight bits a number with one scale a row, and back again.

A row is one output of a layer, or one word piece. The engine's own eight-bit form finds the same scales
again for the layers, so that nothing is lost between this file and the model.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file


TUNED = Path(__file__).parents[1] / "encoder" / "weights.safetensors"
SCALE = ".scale"
LARGEST = 127  # the numbers of a row lie between -127 and 127
LEAST_SCALE = 1e-12  # a row of zeros

Weights = Mapping[str, NDArray[np.float32]]


def write_weights(weights: Weights, target: Path) -> None:
    """Matrices in eight bits, everything else as it is."""
    stored: dict[str, NDArray[np.float32] | NDArray[np.int8]] = {}
    for name, value in weights.items():
        if value.ndim != 2:
            stored[name] = value.astype(np.float32)
            continue
        scale = np.maximum(np.abs(value).max(1), LEAST_SCALE).astype(np.float32) / LARGEST
        stored[name] = np.round(value / scale[:, None]).astype(np.int8)
        stored[name + SCALE] = scale
    save_file(stored, target)


def read_weights(path: Path) -> Weights:
    """The weights as numbers again. Raises FileNotFoundError."""
    stored = load_file(path)
    return {
        name: value.astype(np.float32) * stored[name + SCALE][:, None] if name + SCALE in stored else value
        for name, value in stored.items()
        if not name.endswith(SCALE)
    }
