"""Writes the reader as an ONNX file that is small and quick: matrices in int8 (a scale a column, multiplied as
integers with what they meet, which is quantised as it comes), and no word table: it did not learn, so the bot
takes the rows from the encoder's own file.

Inputs: `vectors` [b, n, 384] (word rows), `attention_mask`, `token_type_ids` [b, n] (int64).
Outputs: `start`, `end` [b, n], `answers` [b]."""

import hashlib
import io
from pathlib import Path

import onnx
import torch

from model import LAYERS, PARTS, PLACES, WIDTH, Reader
from quantise import multiplied, quantise

OPSET = 14
INPUTS, OUTPUTS = ("vectors", "attention_mask", "token_type_ids"), ("start", "end", "answers")


def export(reader: Reader, target: Path, precise: set[str] = frozenset(), bits: int = 7) -> None:
    """`precise`: matrices kept in half precision, as `5.down` (layer 5's second); `bits` of the others."""
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
    places = [f"{i}.{part}" for i in range(LAYERS) for part in PARTS]
    matrices = dict(zip(multiplied(graph), places))  # the output layers come last and stay as they are
    halved = {name for name, place in matrices.items() if place in precise}
    positions = {i.name for i in graph.initializer if list(i.dims) == [PLACES, WIDTH]}
    quantise(graph, set(matrices) - halved, halved | positions, top)
