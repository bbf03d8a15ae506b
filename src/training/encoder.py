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

import onnx
from onnx import TensorProto, helper

from quantise import multiplied, quantise

WORD_TABLE = "embeddings.word_embeddings.weight"
WIDTH = 384


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


def main(arguments: list[str]) -> None:
    source, target = (Path(a) for a in arguments if not a.startswith("--"))
    model = onnx.load(str(source))
    without_words(model)
    if "--precise" not in arguments:
        stored = {i.name: list(i.dims) for i in model.graph.initializer}
        positions = {name for name, shape in stored.items() if shape == [512, WIDTH]}
        quantise(model.graph, set(multiplied(model.graph)), positions)
    onnx.checker.check_model(model)
    onnx.save(model, str(target))
    data = target.read_bytes()
    print(f"{target}: {len(data) / 1e6:.2f} MB, sha256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main(sys.argv[1:])
