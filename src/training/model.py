"""The reader: MiniLM's six layers over `[CLS] question [SEP] passage [SEP]`, a start and an end score for every
piece, and a score for "this passage answers". Its first weights come out of the encoder's ONNX file."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import nn

from quantise import TOP
from wordpiece import CLS, SEP

WIDTH, HEADS, LAYERS, PLACES, WORDS = 384, 12, 6, 512, 30522
PARTS = ("q", "k", "v", "o", "up", "down")
LONGEST_ANSWER = 30  # pieces
FAR = -1e4


class _Softmax(torch.autograd.Function):
    """PyTorch 1.13's own backward pass is many times slower in bfloat16 on a CPU."""

    @staticmethod
    def forward(ctx, x):
        with torch.autocast("cpu", enabled=False):
            y = torch.softmax(x, -1)
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, gradient):
        (y,) = ctx.saved_tensors
        return (gradient - (gradient * y).sum(-1, keepdim=True)) * y


class _Rounded(torch.autograd.Function):
    """As it comes out of integers; the gradient goes through as if nothing had been rounded."""

    @staticmethod
    def forward(ctx, x, scale, zero):
        return x.float().div(scale).add_(zero).round_().sub_(zero).mul_(scale).to(x.dtype)

    @staticmethod
    def backward(ctx, gradient):
        return gradient, None, None


def rounded_inputs(x: torch.Tensor) -> torch.Tensor:
    """[b, n, width] in 8 bits without sign, each pair with a scale and a zero of its own, as ONNX Runtime does it."""
    low = x.detach().float().amin((1, 2), keepdim=True).clamp_max(0)
    high = x.detach().float().amax((1, 2), keepdim=True).clamp_min(0)
    scale = ((high - low) / 255).clamp_min(1e-8)
    return _Rounded.apply(x, scale, (-low / scale).round())


def rounded_weights(matrix: torch.Tensor) -> torch.Tensor:
    """[out, in] in 7 bits with sign, each output with a scale of its own, as `quantise` stores it."""
    scale = matrix.detach().abs().amax(1, keepdim=True).clamp_min(1e-8) / TOP
    return _Rounded.apply(matrix, scale, torch.zeros(()))


class Matrix(nn.Linear):
    """Meets what it is multiplied with as the exported file will, in integers, while `rounds` is set."""

    rounds = False

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.linear(x, rounded_weights(self.weight), self.bias) if self.rounds else super().forward(x)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (Matrix(WIDTH, WIDTH) for _ in range(4))
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = Matrix(WIDTH, 4 * WIDTH), Matrix(4 * WIDTH, WIDTH)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        size, n, _ = x.shape
        met = self._met(x)
        q, k, v = (
            part(met).view(size, n, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in (self.q, self.k, self.v)
        )
        seen = torch.matmul(q * (WIDTH // HEADS) ** -0.5, k.transpose(-1, -2))
        seen = seen + bias.to(seen.dtype)
        seen = _Softmax.apply(seen) if seen.dtype == torch.bfloat16 else torch.softmax(seen, -1)
        seen = torch.matmul(seen, v).transpose(1, 2).reshape(size, n, WIDTH)
        x = self.n1(x + self.o(self._met(seen)))
        return self.n2(x + self.down(self._met(F.gelu(self.up(self._met(x))))))

    def _met(self, x: torch.Tensor) -> torch.Tensor:
        return rounded_inputs(x) if self.q.rounds else x


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.word, self.pos = nn.Embedding(WORDS, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, vectors, mask, types):
        """`vectors`: the rows of the word table, [b, n, 384]."""
        x = self.norm(vectors + self.pos.weight[: vectors.shape[1]] + self.kind(types))
        bias = (1 - mask[:, None, None, :].to(x.dtype)) * FAR
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Reader(nn.Module):
    """Start and end scores a piece (position 0 = the passage does not answer) and one score a pair."""

    def __init__(self):
        super().__init__()
        self.bert = Encoder()
        self.out, self.answer = nn.Linear(WIDTH, 2), nn.Linear(WIDTH, 1)
        nn.init.zeros_(self.answer.weight)
        nn.init.zeros_(self.answer.bias)

    def forward(self, vectors, mask, types):
        x = self.bert(vectors, mask, types)
        ends = self.out(x).float() + ((1 - mask.float()) * FAR)[..., None]
        return ends[..., 0], ends[..., 1], self.answer(x[:, 0]).float()[:, 0]

    def read(self, batch: "Batch"):
        return self(self.bert.word(batch.ids), batch.mask, batch.types)

    def round(self, rounds: bool) -> None:
        """Whether it reads in integers as the exported file will, to learn to live with that."""
        for module in self.modules():
            if isinstance(module, Matrix):
                module.rounds = rounds

    def trained(self) -> list[tuple[str, nn.Parameter]]:
        """What learns: all but the word and position tables."""
        return [(n, p) for n, p in self.named_parameters() if n not in FROZEN]


FROZEN = ("bert.word.weight", "bert.pos.weight")


def load_encoder(path: str | Path) -> Reader:
    """A reader whose encoder has the weights of the all-MiniLM-L6-v2 ONNX file."""
    graph = onnx.load(str(path)).graph
    weights = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    matrices = [
        n.input[1] for n in graph.node if n.op_type == "MatMul" and n.input[1] in weights
    ]
    reader = Reader()
    bert = reader.bert
    for part, name in ((bert.word, "word"), (bert.pos, "position"), (bert.kind, "token_type")):
        part.weight.data = weights[f"embeddings.{name}_embeddings.weight"]
    _set(bert.norm, weights, "embeddings.LayerNorm")
    for i, layer in enumerate(bert.layers):
        name = f"encoder.layer.{i}."
        linear = {
            "attention.self.query": layer.q,
            "attention.self.key": layer.k,
            "attention.self.value": layer.v,
            "attention.output.dense": layer.o,
            "intermediate.dense": layer.up,
            "output.dense": layer.down,
        }
        for j, (part, module) in enumerate(linear.items()):
            module.weight.data = weights[matrices[6 * i + j]].t().contiguous()
            module.bias.data = weights[name + part + ".bias"]
        _set(layer.n1, weights, name + "attention.output.LayerNorm")
        _set(layer.n2, weights, name + "output.LayerNorm")
    for frozen in (bert.word, bert.pos):
        frozen.weight.requires_grad_(False)
    return reader


def _set(module: nn.LayerNorm, weights: dict, name: str) -> None:
    module.weight.data, module.bias.data = weights[name + ".weight"], weights[name + ".bias"]


def load_weights(reader: Reader, path: str | Path, averaged: bool = True) -> dict:
    """Puts a checkpoint's weights (their running average, if it has one), or an exported file's, into the reader."""
    if Path(path).suffix == ".onnx":
        return _load_exported(reader, path)
    stored = torch.load(path, map_location="cpu")
    flat = stored.get("average" if averaged else "weights")
    if flat is not None:
        at = 0
        for _, parameter in reader.trained():
            size = parameter.numel()
            parameter.data.copy_(flat[at : at + size].view_as(parameter))
            at += size
    else:
        state = {n: w.float() for n, w in stored["state"].items()}
        missing = reader.load_state_dict(state, strict=False)
        if missing.unexpected_keys:
            raise ValueError(f"cannot use '{path}': it has {missing.unexpected_keys}")
    return stored


def _load_exported(reader: Reader, path: str | Path) -> dict:
    """Out of int8: a matrix is at most half a step of its column's scale away from what was exported."""
    graph = onnx.load(str(path)).graph
    stored = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    state = {n: w for n, w in stored.items() if n.startswith(("bert.", "out.", "answer.")) and not n.endswith(".half")}
    matrices = []
    for node in graph.node:
        name = node.input[1].removesuffix(".q") if len(node.input) > 1 else ""
        if node.op_type == "MatMulInteger":
            matrices.append(stored[name + ".q"].float() * stored[name + ".scale"])
        elif node.op_type == "MatMul" and (name in stored or name + ".half" in stored):
            matrices.append(stored[name] if name in stored else stored[name + ".half"].float())
    names = [f"bert.layers.{i}.{part}.weight" for i in range(LAYERS) for part in PARTS]
    for name, matrix in zip([*names, "out.weight"], matrices, strict=True):
        state[name] = matrix.t().contiguous()
    found = reader.load_state_dict(state, strict=False)
    missing = set(found.missing_keys) - set(FROZEN)
    if found.unexpected_keys or missing:
        raise ValueError(f"cannot use '{path}': it lacks {sorted(missing)} and has {found.unexpected_keys}")
    return {}


def merge(reader: Reader, paths: Sequence[Path], target: Path, shares: Sequence[float] = ()) -> None:
    """Writes the mean of several runs' weights that started from one another, each with its share (equal ones if none
    are given): it is often better than each. The answer head is the first one's, since older weights may have none."""
    shares = shares or [1.0] * len(paths)
    if len(shares) != len(paths):
        raise ValueError(f"cannot merge {len(paths)} checkpoints by {len(shares)} shares: give one each")
    total, head = None, None
    for path, share in zip(paths, shares):
        load_weights(reader, path)
        flat = torch.cat([p.data.flatten() for _, p in reader.trained()])
        head = flat[-(WIDTH + 1) :].clone() if head is None else head
        flat = flat * (share / sum(shares))
        total = flat if total is None else total + flat
    total[-(WIDTH + 1) :] = head
    torch.save({"weights": total, "average": total}, target)


@dataclass(frozen=True)
class Batch:
    ids: torch.Tensor
    mask: torch.Tensor
    types: torch.Tensor


def batch(pairs: Sequence[tuple[np.ndarray, np.ndarray]]) -> Batch:
    """Of (question pieces, passage pieces); a passage starts at `first(question)`."""
    width = max(len(q) + len(p) for q, p in pairs) + 3
    ids, mask, types = (np.zeros((len(pairs), width), np.int64) for _ in range(3))
    for row, (question, passage) in enumerate(pairs):
        at, end = first(question), first(question) + len(passage)
        ids[row, 0], ids[row, at - 1], ids[row, end] = CLS, SEP, SEP
        ids[row, 1 : at - 1], ids[row, at:end] = question, passage
        mask[row, : end + 1], types[row, at : end + 1] = 1, 1
    return Batch(*(torch.from_numpy(x) for x in (ids, mask, types)))


def first(question: Sequence[int]) -> int:
    return len(question) + 2


@dataclass(frozen=True)
class Reading:
    """The best words (pieces start..end, both inside), how far they are above "no answer", and how probable
    it is for each piece that the answer starts there."""

    margin: float
    start: int
    end: int
    mass: np.ndarray
    answers: float


def decode(
    start: np.ndarray, end: np.ndarray, answers: float, begin: int, count: int
) -> Reading:
    """Start and end scores of one pair whose passage has `count` pieces from `begin` on."""
    none = float(start[0]) + float(end[0])
    first_scores = start[begin : begin + count].astype(np.float64)
    last_scores = end[begin : begin + count].astype(np.float64)
    longest = min(LONGEST_ANSWER, count)
    padded = np.concatenate([last_scores, np.full(longest - 1, -1e9)])
    both = first_scores[:, None] + np.lib.stride_tricks.sliding_window_view(padded, longest)
    best = int(both.argmax())
    i, length = best // longest, best % longest
    top = max(both.max(), none)
    mass = np.exp(both - top).sum(1)
    mass = mass / (mass.sum() + math.exp(none - top))
    return Reading(float(both[i, length] - none), i, i + length, mass, float(answers))
