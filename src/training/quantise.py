"""Turns matrices of an ONNX graph into integers, a scale a column; what they are multiplied with is quantised as it
comes. Of seven bits, since processors without VNNI add two products in 16 bits, which eight-bit weights overflow."""

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

TOP = 2**6 - 1


def multiplied(graph: onnx.GraphProto) -> list[str]:
    """The stored matrices that something is multiplied by, in the order of the graph."""
    stored = {i.name for i in graph.initializer}
    return [n.input[1] for n in graph.node if n.op_type == "MatMul" and n.input[1] in stored]


def quantise(graph: onnx.GraphProto, whole: set[str], halved: set[str], top: int = TOP) -> None:
    """`whole`: the matrices to store in integers, up to `top`; `halved`: what to store in half precision."""
    initializers, nodes, quantised = [], [], set()
    for item in graph.initializer:
        stored = numpy_helper.to_array(item)
        if item.name in halved:
            half = stored.astype(np.float16)
            initializers.append(numpy_helper.from_array(half, item.name + ".half"))
            nodes.append(_node("Cast", [item.name + ".half"], item.name, to=TensorProto.FLOAT))
        elif item.name in whole:
            initializers += _as_integers(item.name, stored, top)
        else:
            initializers.append(item)
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
    graph.node.extend(nodes)
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
