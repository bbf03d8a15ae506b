"""Statements and questions in other words: a word's synonym in its place, in the same form, or its opposite. From the
thesaurus that ships with the bot, which is made from WordNet 3.0, and from WordNet itself."""

import collections
import random
import re
from pathlib import Path

from statements import Verbs

MOST = 2
SENSES = 3  # a word with more means something else too often
_WORD = re.compile(r"(?<![\w'-])[a-z]{4,}(?![\w'-])")
_KEPT = set(
    "that this these those with from into over under about after before during between because while where when which"
    " their there were been have having does being will would could should must might than then them they also such"
    " more most less least many much some only very each other another first last called known name named have make made does give gave take took hold held".split()
)


class Rewording:
    def __init__(self, thesaurus: Path, verbs: Verbs, wordnet: Path | None = None):
        self._verbs = verbs
        self._wider = wider(wordnet) if wordnet else {}
        self._same, self._opposite = collections.defaultdict(set), collections.defaultdict(set)
        for line in thesaurus.read_text(encoding="utf-8").splitlines():
            sign, _, rest = line.partition(" ")
            words = rest.split()
            table = {"=": self._same, "!": self._opposite}.get(sign)
            for word in words if table is not None else ():
                table[word].update(w for w in words if w != word)

    def reworded(self, text: str, rng: random.Random) -> str:
        """With synonyms for up to two words; the same where none is known."""
        return self._exchanged(text, self._same, rng, MOST) or text

    def asked(self, question: str, rng: random.Random) -> str:
        """With a synonym or a wider word for one of the question's words of few senses; the same where none is known."""
        return self._exchanged(question, self._wider, rng, 1) or question

    def opposed(self, text: str, rng: random.Random) -> str | None:
        """With an opposite for one word; None where none is known."""
        return self._exchanged(text, self._opposite, rng, 1)

    def _exchanged(self, text: str, table: dict, rng: random.Random, most: int) -> str | None:
        spots = [m for m in _WORD.finditer(text) if m.group() not in _KEPT]
        rng.shuffle(spots)
        changes = []
        for spot in spots:
            new = self._other(spot.group(), table, rng)
            if new and new not in text:
                changes.append((spot.start(), spot.end(), new))
            if len(changes) == most:
                break
        for start, end, new in sorted(changes, reverse=True):
            text = text[:start] + new + text[end:]
        return text if changes else None

    def _other(self, word: str, table: dict, rng: random.Random) -> str | None:
        """Another word in this one's form: "aids" for "helps"."""
        for base, form in self._forms(word):
            if table.get(base):
                return form(rng.choice(sorted(table[base])))
        return None

    def _forms(self, word: str):
        yield word, lambda w: w
        base = self._verbs.base(word)
        if base and base != word:
            if word.endswith("ing"):
                yield base, lambda w: (w[:-1] if w.endswith("e") and not w.endswith("ee") else w) + "ing"
            elif word.endswith("s"):
                yield base, self._verbs.third
            else:
                yield base, self._verbs.past
        if word.endswith("s") and not word.endswith("ss"):
            yield word[:-1], self._verbs.third


def wider(wordnet: Path) -> dict[str, set[str]]:
    """For each word of few senses those that share its first one, and of nouns those of the kind above."""
    table: dict[str, set[str]] = collections.defaultdict(set)
    senses, first = collections.Counter(), {}
    groups: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for part in ("noun", "verb", "adj"):
        for line in _lines(wordnet / f"data.{part}"):
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            above = [b for a, b in zip(fields[4 + 2 * count :], fields[5 + 2 * count :]) if a == "@"]
            words = [w for w in fields[4 : 4 + 2 * count : 2] if re.fullmatch("[a-z]{3,12}", w)]
            groups[part, fields[0]] = words, above if part == "noun" else []
        for line in _lines(wordnet / f"index.{part}"):
            word, _, number, *rest = line.split()
            senses[word] += int(number)
            first.setdefault(word, (part, rest[-int(number)]))
    for word, place in first.items():
        if senses[word] <= SENSES and place in groups:
            words, above = groups[place]
            table[word].update(w for w in words if w != word)
            for kind in above[:1]:
                table[word].update(groups.get(("noun", kind), ([], []))[0])
    return {word: others for word, others in table.items() if others}


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="latin-1").splitlines() if not line.startswith(" ")]
