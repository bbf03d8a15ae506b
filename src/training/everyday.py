"""Questions as people type them about ordinary documents (handbooks, minutes, manuals, mails), written for this. One
document a line: title, text, questions; `a` are the words that answer, or null where the text does not answer.

    python3 everyday.py FOLDER     says what is wrong with the files, and counts

Seven tenths of the documents are for learning, two for learning how far the reader is to be trusted, one for
measuring, by a hash of their titles."""

import json
import random
import re
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import squad
from prepare import Passage, passage_of
from wordpiece import WordPiece

LEARN, SURE, TEST = "learn", "sure", "test"
LONGEST_ANSWER = 25  # words
_HEADING = re.compile(r"^(?:#{1,6} +(.+?)|((?:[A-Z0-9][A-Z0-9 ,.'&/()-]{3,60})))\s*$", re.M)
_FRONT = 0.85  # have what stands above them in front


@dataclass(frozen=True)
class Query:
    document: int
    text: str
    start: int  # the first and last piece of the answer; -1 where there is none
    end: int
    answer: str | None


def part_of(title: str) -> str:
    number = zlib.crc32(squad.slug(title).encode()) % 10
    return TEST if number == 9 else SURE if number >= 7 else LEARN


def read(folder: Path) -> list[dict]:
    return [
        json.loads(line)
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def faults(document: dict) -> list[str]:
    """What is wrong with a document."""
    found, text = [], document.get("text", "")
    if not document.get("title") or len(text.split()) < 60:
        found.append("no title, or a text too short")
    asked = [q.get("q") for q in document.get("questions", [])]
    if not asked or len(set(asked)) < len(asked) or not all(asked):
        found.append("no questions, or one twice")
    for query in document.get("questions", []):
        answer = query.get("a")
        if answer is not None and text.count(answer) != 1:
            found.append(f"{answer!r} stands {text.count(answer)} times")
        elif answer is not None and len(answer.split()) > LONGEST_ANSWER:
            found.append(f"too long: {answer!r}")
    return found


class Everyday:
    """The documents of one part, in pieces."""

    def __init__(self, folder: Path, tokenizer: WordPiece, part: str = LEARN):
        self.titles: list[str] = []
        self.passages: list[Passage] = []
        self.answered: list[Query] = []
        self.absent: list[Query] = []
        self._tokenizer = tokenizer
        for document in read(folder):
            if part_of(document["title"]) == part and not faults(document):
                self._add(document)

    def _add(self, document: dict) -> None:
        number, passage = len(self.titles), passage_of(document["text"], len(self.titles), False, self._tokenizer)
        self.titles.append(document["title"])
        self.passages.append(passage)
        for query in document["questions"]:
            answer = query["a"]
            if answer is None:
                self.absent.append(Query(number, query["q"], -1, -1, None))
                continue
            at = passage.text.index(answer)
            start = int(np.searchsorted(passage.ends, at, "right"))
            end = int(np.searchsorted(passage.begins, at + len(answer), "left")) - 1
            if start <= end:
                self.answered.append(Query(number, query["q"], start, end, answer))

    def above(self, document: int, piece: int) -> str:
        """The title, and the last heading above a piece."""
        passage = self.passages[document]
        headings = [m for m in _HEADING.finditer(passage.text) if m.end() <= passage.begins[piece]]
        heading = (headings[-1].group(1) or headings[-1].group(2)) if headings else ""
        return self.titles[document] + ". " + (heading + ". " if heading else "")

    def front(self, document: int, piece: int, rng: random.Random) -> np.ndarray:
        """What the bot reads above a passage, in pieces; of some nothing."""
        text = self.above(document, piece) if rng.random() < _FRONT else ""
        return np.array(self._tokenizer.encode(text)[0], np.int32)

    def another(self, query: Query, rng: random.Random) -> int:
        """A document that does not have the answer."""
        while True:
            number = rng.randrange(len(self.passages))
            if number != query.document and (query.answer or "\0") not in self.passages[number].text:
                return number


def main(folder: str) -> None:
    documents = read(Path(folder))
    for document in documents:
        for fault in faults(document):
            print(f"{document.get('title')}: {fault}")
    asked = [q for d in documents for q in d["questions"]]
    answered = sum(q["a"] is not None for q in asked)
    print(f"{len(documents)} documents, {answered} questions with an answer, {len(asked) - answered} without")


if __name__ == "__main__":
    main(sys.argv[1])
