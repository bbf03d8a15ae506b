"""Writes the reader as an ONNX file that is small and quick: matrices in int8 (a scale a column, multiplied as
integers with what they meet, which is quantised as it comes), and no word table: it did not learn, so the bot
takes the rows from the encoder's own file.

Inputs: `vectors` [b, n, 384] (word rows), `attention_mask`, `token_type_ids` [b, n] (int64).
Outputs: `start`, `end` [b, n], `answers` [b]."""

import hashlib
import io
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from model import LAYERS, PARTS, Reader

OPSET = 14
INPUTS, OUTPUTS = ("vectors", "attention_mask", "token_type_ids"), ("start", "end", "answers")


def export(reader: Reader, target: Path, precise: set[str] = frozenset(), bits: int = 8) -> None:
    """`precise`: matrices kept in half precision, as `5.down` (layer 5's second)."""
    unknown = precise - {f"{i}.{part}" for i in range(LAYERS) for part in PARTS}
    if unknown:
        raise ValueError(f"no such matrices: {sorted(unknown)}")
    model = onnx.load_from_string(_plain(reader))
    _quantise(model.graph, precise, 2 ** (bits - 1) - 1)
    onnx.checker.check_model(model)
    onnx.save(model, str(target))
    data = target.read_bytes()
    print(f"{target}: {len(data) / 1e6:.2f} MB, sha256 {hashlib.sha256(data).hexdigest()}")


def _plain(reader: Reader) -> bytes:
    """In single precision, as PyTorch writes it."""
    reader.eval()
    ids, mask = torch.randint(999, 20000, (3, 40)), torch.ones(3, 40, dtype=torch.long)
    types = torch.zeros(3, 40, dtype=torch.long)
    mask[1, 30:], types[:, 12:] = 0, 1
    vectors = reader.bert.word(ids).detach()
    axes = {name: {0: "b", 1: "n"} for name in INPUTS + OUTPUTS[:2]} | {"answers": {0: "b"}}
    file = io.BytesIO()
    torch.onnx.export(
        reader,
        (vectors, mask, types),
        file,
        opset_version=OPSET,
        input_names=list(INPUTS),
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
    )
    return file.getvalue()


def _quantise(graph: onnx.GraphProto, precise: set[str], top: int) -> None:
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    right = [n.input[1] for n in graph.node if n.op_type == "MatMul" and n.input[1] in stored]
    places = [f"{i}.{part}" for i in range(LAYERS) for part in PARTS]
    matrices = dict(zip(right, places))  # the output layers come last and stay as they are
    halved = {name for name, place in matrices.items() if place in precise}
    halved |= {name for name, w in stored.items() if w.shape == (512, 384)}  # positions
    whole = {name: stored[name] for name in matrices if name not in halved}

    initializers, first = [], []
    for item in graph.initializer:
        if item.name in halved:
            half = stored[item.name].astype(np.float16)
            initializers.append(numpy_helper.from_array(half, item.name + ".half"))
            first.append(_node("Cast", [item.name + ".half"], item.name, to=TensorProto.FLOAT))
        elif item.name in whole:
            initializers += _as_integers(item.name, whole[item.name], top)
        else:
            initializers.append(item)
    nodes, quantised = [], set()
    for node in graph.node:
        if node.op_type != "MatMul" or node.input[1] not in whole:
            nodes.append(node)
            continue
        x, w, y = node.input[0], node.input[1], node.output[0]
        if x not in quantised:
            quantised.add(x)
            three = [x + ".q", x + ".scale", x + ".zero"]
            nodes.append(helper.make_node("DynamicQuantizeLinear", [x], three))
        nodes += [
            _node("MatMulInteger", [x + ".q", w + ".q", x + ".zero", w + ".zero"], y + ".int"),
            _node("Cast", [y + ".int"], y + ".float", to=TensorProto.FLOAT),
            _node("Mul", [x + ".scale", w + ".scale"], y + ".scale"),
            _node("Mul", [y + ".float", y + ".scale"], y),
        ]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(first + nodes)
    graph.initializer.extend(initializers)


def _as_integers(name: str, matrix: np.ndarray, top: int) -> list[TensorProto]:
    scale = np.maximum(np.abs(matrix).max(0), 1e-8).astype(np.float32) / top
    integers = np.clip(np.round(matrix / scale), -top, top).astype(np.int8)
    return [
        numpy_helper.from_array(integers, name + ".q"),
        numpy_helper.from_array(scale, name + ".scale"),
        numpy_helper.from_array(np.zeros((), np.int8), name + ".zero"),
    ]


def _node(kind: str, inputs: list[str], output: str, **attributes) -> onnx.NodeProto:
    return helper.make_node(kind, inputs, [output], **attributes)
