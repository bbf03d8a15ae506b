"""Question sets in SQuAD's form: reading, sentence bounds, and the measures everybody uses."""

import collections
import functools
import gzip
import json
import re
import string
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Question:
    text: str
    answers: tuple[str, ...]
    start: int | None = None  # of the first answer in the paragraph, where the file says so


@dataclass(frozen=True)
class Paragraph:
    text: str
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Article:
    title: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def slug(self) -> str:
        return slug(self.title)


def slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def kept_apart(slug: str) -> bool:
    """A tenth of the articles, for learning when to trust the reader: it must not have learnt from them itself."""
    return zlib.crc32(slug.encode()) % 10 == 7


def read(path: str | Path) -> list[Article]:
    """SQuAD's own train-v1.1.json, or one article a line (title, paragraphs, questions), gzipped or not."""
    path = Path(path)
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        if path.name.endswith((".jsonl", ".jsonl.gz")):
            return [_from_line(json.loads(line)) for line in lines]
        return [_from_squad(article) for article in json.load(lines)["data"]]


def _from_line(article: dict) -> Article:
    return Article(
        article["title"],
        tuple(
            Paragraph(
                p["text"],
                tuple(Question(q["question"], tuple(q["answers"])) for q in p["questions"]),
            )
            for p in article["paragraphs"]
        ),
    )


def _from_squad(article: dict) -> Article:
    return Article(
        article["title"].replace("_", " "),
        tuple(
            Paragraph(
                p["context"],
                tuple(
                    Question(
                        q["question"],
                        tuple(a["text"] for a in q["answers"]),
                        q["answers"][0]["answer_start"],
                    )
                    for q in p["qas"]
                    if q["answers"]
                ),
            )
            for p in article["paragraphs"]
        ),
    )


_BOUND = re.compile(
    r"[.!?][\"'\u201d\u2019)\]]*(?:\[\w+\])*\s+(?=[\"'\u201c\u2018(\[]*[A-Z0-9])|\n+"
)
_SHORTENED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Gen|Col|Lt|Capt|Sgt|Rev|Hon|Gov|Sen|Rep|vs|etc|No|Nos|Vol"
    r"|Fig|al|c|ca|approx|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec"
    r"|e\.g|i\.e|U\.S|U\.K|[A-Z])\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """[start, end) of each sentence; together they cover the text."""
    found, start = [], 0
    for bound in _BOUND.finditer(text):
        before = text[max(0, bound.start() - 8) : bound.start() + 1]
        if text[bound.start()] == "." and _SHORTENED.search(before):
            continue
        if text[start : bound.end()].strip():
            found.append((start, bound.end()))
        start = bound.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def words(text: str) -> set[str]:
    """The text's words, lower case, cut at six letters: a stemmer good enough to count shared words."""
    return {word[:6] for word in re.findall(r"\w+", text.lower())}


@functools.lru_cache(1 << 16)
def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text).lower()
    text = text.translate(str.maketrans("\u2019\u2018\u201c\u201d", "''\"\""))
    text = re.sub(r"\b(a|an|the)\b", " ", re.sub(r"[^\w\s']", " ", text))
    return " " + " ".join(text.split()) + " "


def holds(sentence: str, answers: Sequence[str]) -> bool:
    """Whether the sentence contains one of the answers as whole words."""
    plain = _plain(sentence)
    return any(_plain(answer).strip() and _plain(answer) in plain for answer in answers)


def _tokens(text: str) -> list[str]:
    text = "".join(c for c in text.lower() if c not in string.punctuation)
    return re.sub(r"\b(a|an|the)\b", " ", text).split()


def exact_and_f1(words_given: str, answers: Sequence[str]) -> tuple[float, float]:
    """SQuAD's exact match and F1 of the words, the best over the accepted answers."""
    given, exact, f1 = _tokens(words_given), 0.0, 0.0
    for answer in answers:
        wanted = _tokens(answer)
        exact = max(exact, float(given == wanted))
        same = sum((collections.Counter(given) & collections.Counter(wanted)).values())
        if same:
            f1 = max(f1, 2 * same / (len(given) + len(wanted)))
    return exact, f1


def auroc(yes: Sequence[float], no: Sequence[float]) -> float:
    """How often a score of `yes` is above one of `no`; ties count half."""
    rows = sorted([(s, 1) for s in yes] + [(s, 0) for s in no])
    i, ranks = 0, 0.0
    while i < len(rows):
        j = i
        while j < len(rows) and rows[j][0] == rows[i][0]:
            j += 1
        ranks += (i + j + 1) / 2 * sum(label for _, label in rows[i:j])
        i = j
    return (ranks - len(yes) * (len(yes) + 1) / 2) / max(1, len(yes) * len(no))
