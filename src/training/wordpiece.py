"""BERT's uncased WordPiece with character offsets, read from a Hugging Face tokenizer.json."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path

CLS, SEP, UNKNOWN = 101, 102, 100
LONGEST_WORD = 100

Offsets = list[tuple[int, int]]


class WordPiece:
    """Cuts text into word pieces; each piece knows which characters of the text it stands for."""

    def __init__(self, vocabulary: dict[str, int]):
        self._vocabulary = vocabulary
        self._known: dict[str, list[tuple[int, int, int]]] = {}

    @classmethod
    def load(cls, path: str | Path) -> "WordPiece":
        return cls(json.loads(Path(path).read_text(encoding="utf-8"))["model"]["vocab"])

    def encode(self, text: str) -> tuple[list[int], Offsets]:
        """The ids, without [CLS] and [SEP], and [start, end) in the text for each."""
        ids, offsets = [], []
        for word, at in _words(text):
            for piece, start, end in self._pieces(word):
                ids.append(piece)
                offsets.append((at[start], at[end - 1] + 1))
        return ids, offsets

    def _pieces(self, word: str) -> list[tuple[int, int, int]]:
        pieces = self._known.get(word)
        if pieces is None:
            pieces = self._known[word] = self._cut(word)
        return pieces

    def _cut(self, word: str) -> list[tuple[int, int, int]]:
        unknown = [(UNKNOWN, 0, len(word))]
        if len(word) > LONGEST_WORD:
            return unknown
        pieces, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start:
                piece = self._vocabulary.get(("##" if start else "") + word[start:end])
                if piece is not None:
                    break
                end -= 1
            if end == start:
                return unknown
            pieces.append((piece, start, end))
            start = end
        return pieces


def _words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Each word, lower-cased and without accents, and where each of its letters came from."""
    word: list[str] = []
    at: list[int] = []
    for i, letter in enumerate(text):
        category = unicodedata.category(letter)
        if letter in " \t\n\r" or category == "Zs":
            if word:
                yield "".join(word), at
            word, at = [], []
            continue
        if letter == "\ufffd" or category in ("Cc", "Cf", "Cn", "Co", "Cs"):
            continue
        for part in unicodedata.normalize("NFD", letter):
            if unicodedata.category(part) == "Mn":
                continue
            for lower in part.lower():
                if _ideograph(letter) or _punctuation(lower):
                    if word:
                        yield "".join(word), at
                    word, at = [], []
                    yield lower, [i]
                else:
                    word.append(lower)
                    at.append(i)
    if word:
        yield "".join(word), at


def _punctuation(letter: str) -> bool:
    code = ord(letter)
    ascii_mark = 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126
    return ascii_mark or unicodedata.category(letter)[0] == "P"


def _ideograph(letter: str) -> bool:
    code = ord(letter)
    return any(
        low <= code <= high
        for low, high in (
            (0x3400, 0x4DBF),
            (0x4E00, 0x9FFF),
            (0xF900, 0xFAFF),
            (0x20000, 0x2CEAF),
            (0x2F800, 0x2FA1F),
        )
    )
