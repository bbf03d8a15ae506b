"""Makes the encoder that ships with the bot: all-MiniLM-L6-v2's six layers in integers (a scale a column, multiplied as
integers with what they meet, which is quantised as it comes), without its word table, whose rows the bot takes from
the package's own file.

    python3 encoder.py all-minilm-l6-v2.onnx encoder.onnx [--precise]

Nothing is trained. `--precise` leaves the matrices in single precision: the yardstick. (Moving the spread of the input
columns into the matrices, as SmoothQuant does, was tried and made the cosines worse: .987 against .995.)

Inputs: `vectors` [b, n, 384] (word rows), `attention_mask`, `token_type_ids` [b, n] (int64).
Output: `last_hidden_state` [b, n, 384]."""

import hashlib
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

WORD_TABLE = "embeddings.word_embeddings.weight"
WIDTH = 384
# Seven bits: processors without VNNI add two products in 16 bits, which eight-bit weights overflow.
TOP = 63


def without_words(model: onnx.ModelProto) -> None:
    """Makes the rows of the word table an input, in place of the words' numbers."""
    graph = model.graph
    rows = next(n for n in graph.node if n.op_type == "Gather" and n.input[0] == WORD_TABLE)
    for node in graph.node:
        for i, name in enumerate(node.input):
            if name in (rows.output[0], "input_ids"):
                node.input[i] = "vectors"
    graph.node.remove(rows)
    table = next(i for i in graph.initializer if i.name == WORD_TABLE)
    graph.initializer.remove(table)
    old = next(i for i in graph.input if i.name == "input_ids")
    graph.input.remove(old)
    shape = ["b", "n", WIDTH]
    graph.input.insert(0, helper.make_tensor_value_info("vectors", TensorProto.FLOAT, shape))
    for item in list(graph.input)[1:]:
        for dim, name in zip(item.type.tensor_type.shape.dim, "bn"):
            dim.dim_param = name


def quantise(graph: onnx.GraphProto) -> None:
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    right = {n.input[1] for n in graph.node if n.op_type == "MatMul" and n.input[1] in stored}
    initializers, nodes, quantised = [], [], set()
    for item in graph.initializer:
        if item.name in right:
            initializers += _as_integers(item.name, stored[item.name])
        elif stored[item.name].shape == (512, WIDTH):
            half = stored[item.name].astype(np.float16)
            initializers.append(numpy_helper.from_array(half, item.name + ".half"))
            nodes.append(_node("Cast", [item.name + ".half"], item.name, to=TensorProto.FLOAT))
        else:
            initializers.append(item)
    for node in graph.node:
        if node.op_type != "MatMul" or node.input[1] not in right:
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
    graph.node.extend(nodes)
    graph.initializer.extend(initializers)


def _as_integers(name: str, matrix: np.ndarray) -> list[TensorProto]:
    scale = np.maximum(np.abs(matrix).max(0), 1e-8).astype(np.float32) / TOP
    integers = np.clip(np.round(matrix / scale), -TOP, TOP).astype(np.int8)
    return [
        numpy_helper.from_array(integers, name + ".q"),
        numpy_helper.from_array(scale, name + ".scale"),
        numpy_helper.from_array(np.zeros((), np.int8), name + ".zero"),
    ]


def _node(kind: str, inputs: list[str], output: str, **attributes) -> onnx.NodeProto:
    return helper.make_node(kind, inputs, [output], **attributes)


def main(arguments: list[str]) -> None:
    source, target = (Path(a) for a in arguments if not a.startswith("--"))
    model = onnx.load(str(source))
    without_words(model)
    if "--precise" not in arguments:
        quantise(model.graph)
    onnx.checker.check_model(model)
    onnx.save(model, str(target))
    data = target.read_bytes()
    print(f"{target}: {len(data) / 1e6:.2f} MB, sha256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main(sys.argv[1:])
