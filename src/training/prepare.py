"""Turns the question set into what training reads: pieces, answer places, and for each question the paragraphs
that a search would bring and that do not answer it. The articles of the development set are kept apart."""

import collections
import math
import pickle
import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

import squad
from model import load_encoder
from twist import names
from wordpiece import CLS, SEP, WordPiece

LONGEST_QUESTION = 40
LONGEST_CLAIM = 90
NEAR, RETRIEVED = 3, 4
COMMON = 0.3  # a word in more of the passages than this is not searched for


@dataclass
class Passage:
    text: str
    article: int
    ids: np.ndarray
    begins: np.ndarray  # first character of each piece
    ends: np.ndarray  # the character after each piece
    cuts: np.ndarray  # first piece of each sentence, and the number of pieces
    held_out: bool


@dataclass
class Asked:
    text: str
    answers: tuple[str, ...]
    passage: int
    start: int  # first and last piece of the answer
    end: int
    held_out: bool
    near: list[int] = field(default_factory=list)
    retrieved: list[int] = field(default_factory=list)


@dataclass
class Prepared:
    titles: list[str]
    names: list[list[str]]
    passages: list[Passage]
    questions: list[Asked]
    tokenizer: WordPiece

    def question_ids(self, text: str) -> np.ndarray:
        return np.array(self.tokenizer.encode(text)[0][:LONGEST_QUESTION], np.int32)

    def claim_ids(self, text: str) -> np.ndarray:
        return np.array(self.tokenizer.encode(text)[0][:LONGEST_CLAIM], np.int32)


def prepare(data: Path, tokenizer: Path, encoder: Path, documents: Path, target: Path) -> None:
    """`documents`: a folder whose file names are the slugs of the articles to keep out of training."""
    began = time.time()
    held_out = {path.stem for path in documents.glob("*.md")}
    prepared = Prepared([], [], [], [], WordPiece.load(tokenizer))
    for article in squad.read(data):
        _add(prepared, article, article.slug in held_out)
    print(f"cut into pieces after {time.time() - began:.0f} s", flush=True)
    _retrieve(prepared, encoder)
    with open(target, "wb") as file:
        pickle.dump(prepared, file, 4)
    for apart in (False, True):
        print(
            f"{'held out' if apart else 'training'}:"
            f" {sum(p.held_out == apart for p in prepared.passages)} passages,"
            f" {sum(q.held_out == apart for q in prepared.questions)} questions"
        )
    print(f"prepared in {time.time() - began:.0f} s", flush=True)


def _add(prepared: Prepared, article: squad.Article, held_out: bool) -> None:
    number, base = len(prepared.titles), len(prepared.passages)
    prepared.titles.append(article.title)
    prepared.names.append(sorted({n for p in article.paragraphs for n in names(p.text)}))
    bags = [squad.words(p.text) for p in article.paragraphs]
    weight = _idf(bags)
    for i, paragraph in enumerate(article.paragraphs):
        passage = passage_of(paragraph.text, number, held_out, prepared.tokenizer)
        prepared.passages.append(passage)
        for question in paragraph.questions:
            place = _place(question, passage, weight)
            if place is None:
                continue
            bag = squad.words(question.text)
            scores = [
                (sum(map(weight, bag & other)), base + j)
                for j, other in enumerate(bags)
                if j != i and not squad.holds(article.paragraphs[j].text, question.answers)
            ]
            near = [j for _, j in sorted(scores, reverse=True)[:NEAR]]
            prepared.questions.append(
                Asked(question.text, question.answers, base + i, *place, held_out, near)
            )


def _idf(bags: Sequence[set[str]]):
    counts = collections.Counter(word for bag in bags for word in bag)
    return lambda word: math.log(1 + len(bags) / (counts.get(word, 0) + 0.5))


def passage_of(text: str, article: int, held_out: bool, tokenizer: WordPiece) -> Passage:
    """The text in pieces and sentences."""
    ids, offsets = tokenizer.encode(text)
    begins = np.array([b for b, _ in offsets], np.int32)
    ends = np.array([e for _, e in offsets], np.int32)
    cuts = [int(np.searchsorted(begins, begin)) for begin, _ in squad.sentences(text)]
    cuts = np.array(sorted({0, *cuts, len(ids)}), np.int32)
    return Passage(text, article, np.array(ids, np.int32), begins, ends, cuts, held_out)


def _place(question: squad.Question, passage: Passage, weight) -> tuple[int, int] | None:
    """The answer's pieces. Where the file does not say which of several places is meant: the one whose
    sentence shares most with the question."""
    answer = question.answers[0]
    at = question.start
    if at is None:
        bag = squad.words(question.text)
        spots = [m.start() for m in re.finditer(re.escape(answer), passage.text)]
        bounds = squad.sentences(passage.text)

        def shared(spot: int) -> float:
            own = next((passage.text[b:e] for b, e in bounds if b <= spot < e), "")
            return sum(map(weight, bag & squad.words(own)))

        at = max(spots, key=shared, default=None)
    if at is None or not len(passage.ids):
        return None
    start = int(np.searchsorted(passage.ends, at, "right"))
    end = int(np.searchsorted(passage.begins, at + len(answer), "left")) - 1
    return (start, end) if 0 <= start <= end < len(passage.ids) else None


def _retrieve(prepared: Prepared, encoder: Path) -> None:
    """What cosine + BM25 over all passages bring for each question, without those that hold its answer. Training
    questions search the training passages, held-out questions the held-out ones."""
    vectors = _vectors([p.ids for p in prepared.passages], encoder)
    asked = _vectors([prepared.question_ids(q.text) for q in prepared.questions], encoder)
    for apart in (False, True):
        inside = [i for i, p in enumerate(prepared.passages) if p.held_out == apart]
        questions = [i for i, q in enumerate(prepared.questions) if q.held_out == apart]
        keyword = _Keywords([prepared.passages[i].text for i in inside])
        for chunk in range(0, len(questions), 1000):
            part = questions[chunk : chunk + 1000]
            cosines = asked[part] @ vectors[inside].T
            for row, number in enumerate(part):
                question = prepared.questions[number]
                scores = cosines[row] + keyword.scores(question.text)
                best = np.argpartition(-scores, 16)[:16]
                found = [inside[i] for i in best[np.argsort(-scores[best])]]
                question.retrieved = [
                    i
                    for i in found
                    if i != question.passage
                    and not squad.holds(prepared.passages[i].text, question.answers)
                ][:RETRIEVED]


class _Keywords:
    """BM25 divided by what a perfect match would reach."""

    def __init__(self, texts: list[str]):
        self._postings: dict[str, list[tuple[int, int]]] = collections.defaultdict(list)
        lengths = np.zeros(len(texts))
        for i, text in enumerate(texts):
            counts = collections.Counter(w[:6] for w in re.findall(r"\w+", text.lower()))
            lengths[i] = sum(counts.values())
            for word, count in counts.items():
                self._postings[word].append((i, count))
        self._norm = 1.2 * (0.25 + 0.75 * lengths / lengths.mean())
        self._arrays: dict[str, tuple[np.ndarray, np.ndarray]] = {}

    def scores(self, question: str) -> np.ndarray:
        scores, total = np.zeros(len(self._norm), np.float32), 0.0
        for word in squad.words(question):
            rows, parts = self._word(word)
            if len(rows) > COMMON * len(scores):
                continue  # it tells nothing and takes long
            idf = math.log(1 + (len(scores) - len(rows) + 0.5) / (len(rows) + 0.5))
            total += idf
            scores[rows] += idf * parts
        return scores / max(total, 1e-9)

    def _word(self, word: str) -> tuple[np.ndarray, np.ndarray]:
        if word not in self._arrays:
            posting = np.array(self._postings.get(word, []), np.int64).reshape(-1, 2)
            rows, counts = posting[:, 0], posting[:, 1]
            parts = counts * 2.2 / (counts + self._norm[rows])
            self._arrays[word] = (rows, parts.astype(np.float32))
        return self._arrays[word]


@torch.no_grad()
def _vectors(texts: Sequence[np.ndarray], encoder: Path) -> np.ndarray:
    """Unit vectors as the bot's encoder gives them (mean over the pieces, at most 128)."""
    reader = load_encoder(encoder)
    vectors = np.zeros((len(texts), 384), np.float32)
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    for chunk in range(0, len(order), 64):
        rows = order[chunk : chunk + 64]
        texts_here = [np.concatenate([[CLS], texts[i][:126], [SEP]]) for i in rows]
        width = max(map(len, texts_here))
        ids = torch.zeros(len(rows), width, dtype=torch.long)
        mask = torch.zeros(len(rows), width, dtype=torch.long)
        for r, text in enumerate(texts_here):
            ids[r, : len(text)], mask[r, : len(text)] = torch.from_numpy(text), 1
        with torch.autocast("cpu", torch.bfloat16):
            x = reader.bert(reader.bert.word(ids), mask, torch.zeros_like(ids)).float()
        mean = (x * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        vectors[rows] = torch.nn.functional.normalize(mean, dim=1).numpy()
    return vectors
