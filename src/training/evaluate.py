"""Measures a reader on the held-out articles: the words it picks in the passage that answers, the sentence they
are in, and how well it tells that passage from ones that do not answer."""

import collections
import json
import random
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

import squad
from everyday import TEST, Everyday
from examples import (
    EVERYDAY, EVERYDAY_ABSENT, EVERYDAY_ELSEWHERE, NEAR, REMOVED, RETRIEVED, TWISTED, ordinary, twisted, without_answer,
)  # fmt: skip
from model import Reader, Reading, batch, decode, first
from prepare import LONGEST_CLAIM, Asked, Prepared
from twist import Twister
from wordpiece import WordPiece

LONGEST_PASSAGE = 400  # pieces
GOLD, UNSEEN = "gold", "twisted, unseen rules"

Scores = Callable[
    [Sequence[tuple[np.ndarray, np.ndarray]]], Iterable[tuple[np.ndarray, np.ndarray, float]]
]


@dataclass(frozen=True)
class Test:
    kind: str
    asked: Asked
    question: np.ndarray
    passage: np.ndarray


def development(
    prepared: Prepared, count: int, seed: int = 1, only: set[str] | None = None
) -> list[Test]:
    """Held-out questions (those whose text is in `only`, if given), each with its own passage and, where it can
    be made, one that does not answer of every kind."""
    rng = random.Random(f"development {seed}")
    asked = [q for q in prepared.questions if q.held_out and (only is None or q.text in only)]
    seen, unseen = Twister(True), Twister(False)
    tests = []
    for question in rng.sample(asked, min(count, len(asked))):
        ids, passage = prepared.question_ids(question.text), prepared.passages[question.passage]
        tests.append(Test(GOLD, question, ids, passage.ids))
        for kind, others in ((NEAR, question.near), (RETRIEVED, question.retrieved)):
            if others:
                tests.append(Test(kind, question, ids, prepared.passages[others[0]].ids))
        rest = without_answer(passage, question)
        if rest is not None:
            tests.append(Test(REMOVED, question, ids, rest.ids))
        for kind, twister in ((TWISTED, seen), (UNSEEN, unseen)):
            text = twisted(prepared, question, rng, twister)
            if text:
                tests.append(Test(kind, question, prepared.question_ids(text), passage.ids))
    return tests


def read(scores: Scores, tests: Sequence[Test], size: int = 16) -> list[Reading]:
    readings: list[Reading | None] = [None] * len(tests)
    order = sorted(range(len(tests)), key=lambda i: len(tests[i].passage))
    for chunk in range(0, len(order), size):
        rows = order[chunk : chunk + size]
        pairs = [(tests[i].question, tests[i].passage[:LONGEST_PASSAGE]) for i in rows]
        for i, (question, passage), (start, end, answers) in zip(rows, pairs, scores(pairs)):
            readings[i] = decode(start, end, answers, first(question), len(passage))
    return readings


def measure(scores: Scores, prepared: Prepared, tests: Sequence[Test]) -> dict:
    return figures(prepared, tests, read(scores, tests))


def figures(prepared: Prepared, tests: Sequence[Test], readings: Sequence[Reading]) -> dict:
    gold = [(t, r) for t, r in zip(tests, readings) if t.kind == GOLD]
    marks = np.array([mark(prepared, t.asked, r) for t, r in gold])
    result: dict = dict(zip(("exact", "f1", "sentence", "sentence_by_mass"), marks.mean(0).round(4)))
    result["questions"] = len(gold)
    scores = {
        "margin": lambda r: r.margin,
        "answers": lambda r: r.answers,
        "both": lambda r: r.margin / 2 + r.answers,
    }
    for kind in (NEAR, RETRIEVED, REMOVED, TWISTED, UNSEEN):
        others = [r for t, r in zip(tests, readings) if t.kind == kind]
        if not others:
            continue
        result["auroc " + kind] = {
            name: round(squad.auroc([score(r) for _, r in gold], [score(r) for r in others]), 4)
            for name, score in scores.items()
        }
        result["auroc " + kind]["pairs"] = len(others)
    return result


def mark(prepared: Prepared, asked: Asked, reading: Reading) -> tuple[float, float, float, float]:
    """Exact match and F1 of the words; whether their sentence, and the sentence with the most mass, answers."""
    passage = prepared.passages[asked.passage]
    begins = passage.begins[: len(reading.mass)]
    words = passage.text[begins[reading.start] : passage.ends[reading.end]]
    bounds = squad.sentences(passage.text)
    own = next((b for b in bounds if b[0] <= begins[reading.start] < b[1]), bounds[-1])
    heavy = max(bounds, key=lambda b: reading.mass[(begins >= b[0]) & (begins < b[1])].sum())
    return (
        *squad.exact_and_f1(words, asked.answers),
        *(float(squad.holds(passage.text[b:e], asked.answers)) for b, e in (own, heavy)),
    )


def torch_scores(reader: Reader) -> Scores:
    def scores(pairs):
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            start, end, answers = reader.read(batch(pairs))
        return zip(start.numpy(), end.numpy(), answers.tolist())

    return scores


def onnx_scores(path: Path, words: np.ndarray, threads: int = 1) -> Scores:
    """Of an exported file, by ONNX Runtime (python3 -m pip install onnxruntime). One pair at a time, as the bot
    reads them: int8 rounding depends on what else is in the batch."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(str(path), options, ["CPUExecutionProvider"])
    outputs = [output.name for output in session.get_outputs()]

    def scores(pairs):
        for pair in pairs:
            b = batch([pair])
            inputs = {"attention_mask": b.mask.numpy(), "token_type_ids": b.types.numpy()}
            values = session.run(outputs, {"vectors": words[b.ids.numpy()], **inputs})
            yield values[0][0], values[1][0], float(values[2][0]) if len(values) > 2 else 0.0

    return scores


def questions_of(path: Path) -> set[str]:
    """The questions of eval/squad's questions.jsonl."""
    with open(path, encoding="utf-8") as lines:
        return {json.loads(line)["question"] for line in lines}


def claims(scores: Scores, path: Path, tokenizer: WordPiece) -> dict:
    """How well `answers` tells what a passage says from what it does not say. Lines of kind (those of true ones end in
    "good"), passage, sentence, parted by tabs, as sentences.py writes them; those with two passages are left out."""
    rows = [line.rstrip("\n").split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if len(row) == 3]
    pairs = []
    for _, passage, text in rows:
        passage = re.sub(r"^@(.*?)@ ", r"\1. ", passage)
        ids = (np.array(tokenizer.encode(t)[0], np.int32) for t in (text, passage))
        pairs.append((next(ids)[:LONGEST_CLAIM], next(ids)[:LONGEST_PASSAGE]))
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i][1]))
    values = np.zeros(len(pairs))
    for chunk in range(0, len(order), 16):
        part = order[chunk : chunk + 16]
        values[part] = [answers for _, _, answers in scores([pairs[i] for i in part])]
    kinds = collections.defaultdict(list)
    for (kind, *_), value in zip(rows, values):
        kinds[kind].append(value)
    true = [v for kind, found in kinds.items() if kind.endswith("good") for v in found]
    false = [v for kind, found in kinds.items() if not kind.endswith("good") for v in found]
    result = {"auroc": {"all": round(squad.auroc(true, false), 4)}}
    for kind, found in sorted(kinds.items()):
        if not kind.endswith("good"):
            result["auroc"][kind] = round(squad.auroc(kinds["good"] or true, found), 3)
    for caught in (0.95, 0.97, 0.99):
        least = np.quantile(false, caught)
        result[f"kept where {caught} is caught"] = round(float(np.mean(np.array(kinds["good"] or true) > least)), 3)
    return result


def everyday(scores: Scores, prepared: Prepared, folder: Path) -> dict:
    """Of questions as people type them, on documents not learnt from: whether the best words share a piece with the
    answer, and how well a document that answers is told from itself asked what it does not say, and from others."""
    documents, rng = Everyday(folder, prepared.tokenizer, TEST), random.Random("everyday")
    asked = [(EVERYDAY, q) for q in documents.answered] + [(EVERYDAY_ABSENT, q) for q in documents.absent]
    asked += [(EVERYDAY_ELSEWHERE, q) for q in documents.answered]
    tests = [(kind, ordinary(prepared, documents, kind, rng, query)) for kind, query in asked]
    order = sorted(range(len(tests)), key=lambda i: tests[i][1].length)
    found: dict[str, list[tuple[float, float, float]]] = collections.defaultdict(list)
    for chunk in range(0, len(order), 16):
        part = [tests[i] for i in order[chunk : chunk + 16]]
        for (kind, e), (start, end, answers) in zip(part, scores([(e.question, e.passage) for _, e in part])):
            reading = decode(start, end, answers, first(e.question), len(e.passage))
            touched = reading.start <= e.end and e.start <= reading.end
            found[kind].append((float(touched), reading.margin / 2 + answers, answers))
    result = {"questions": len(documents.answered), "without answer": len(documents.absent)}
    result["touched"] = round(float(np.mean([t for t, *_ in found[EVERYDAY]])), 4)
    for kind in (EVERYDAY_ABSENT, EVERYDAY_ELSEWHERE):
        for i, name in ((1, "both"), (2, "answers")):
            scored = ([row[i] for row in found[k]] for k in (EVERYDAY, kind))
            result[f"auroc {kind}, {name}"] = round(squad.auroc(*scored), 4)
    return result


def report(scores: Scores, prepared: Prepared, tests: Sequence[Test], name: str) -> dict:
    began = time.time()
    result = {"reader": name, **measure(scores, prepared, tests)}
    result["milliseconds_a_pair"] = round(1000 * (time.time() - began) / len(tests), 1)
    return result
