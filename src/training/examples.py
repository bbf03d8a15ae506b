"""What the reader learns from: an endless, seeded stream of question and passage pairs, and of statement and passage
pairs, where the passage says the statement or not.

Half of the questions are answered. A passage is taken whole or as a window of whole sentences, since the bot cuts
documents into chunks that may begin anywhere, and now and then with its article's title in front."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

import squad
from claims import Claims
from prepare import Asked, Passage, Prepared
from twist import Around, Twister
from variants import misspelt, vary

ANSWERED, NEAR, RETRIEVED, REMOVED, TWISTED = "answered", "near", "retrieved", "removed", "twisted"
STATED, MISSTATED = "stated", "misstated"
SHARES = {ANSWERED: 0.50, NEAR: 0.10, RETRIEVED: 0.11, REMOVED: 0.07, TWISTED: 0.22}
CLAIMS = {STATED: 0.46, MISSTATED: 0.54}
ELSEWHERE = 0.15  # of the false statements are true ones beside a passage that does not say them
WHOLE, TITLED = 0.30, 0.15
SHORTEST, LONGEST = 40, 150  # pieces of a window
CAP = 256  # pieces of a whole passage
LONGEST_CLAIMED = 320  # of a passage beside joined statements
DOT = 1012
BATCHES_A_POOL = 20


class Example(NamedTuple):
    question: np.ndarray
    passage: np.ndarray
    start: int  # the answer's first and last piece in the passage; -1 where it is not answered, -2 where no words are
    end: int

    @property
    def length(self) -> int:
        return len(self.question) + len(self.passage) + 3


@dataclass(frozen=True)
class Pools:
    """Pool `n` is the same whoever asks for it, so that a run can go on where it was cut."""

    prepared: Prepared
    batch: int
    seed: int
    claims: Claims | None = None
    share: float = 0.0  # of pairs with a statement

    def batches(self, n: int) -> list[list[Example]]:
        """Some batches of pairs of like length."""
        rng = random.Random(f"{self.seed} pool {n}")
        size = self.batch * BATCHES_A_POOL
        examples = []
        for kind, share in self._shares().items():
            count = round(size * share)
            for question in self._questions(kind, n * count, count):
                if kind in CLAIMS:
                    examples.append(claimed(self.prepared, self.claims, question, kind, rng))
                else:
                    examples.append(make(self.prepared, question, kind, rng))
        examples.sort(key=lambda example: example.length + rng.random() * 8)
        parts = [examples[i : i + self.batch] for i in range(0, len(examples), self.batch)]
        rng.shuffle(parts)
        return parts

    def _shares(self) -> dict[str, float]:
        if self.claims is None:
            return SHARES
        asked = {kind: share * (1 - self.share) for kind, share in SHARES.items()}
        return asked | {kind: share * self.share for kind, share in CLAIMS.items()}

    def _questions(self, kind: str, start: int, count: int) -> Iterator[Asked]:
        """Each kind goes through the training questions in an order of its own, again and again."""
        usable = self._usable()
        for i in range(start, start + count):
            epoch, at = divmod(i, len(usable))
            yield self.prepared.questions[self._order(kind, epoch)[at]]

    def _usable(self) -> np.ndarray:
        if "usable" not in _ORDERS:
            apart = [squad.kept_apart(squad.slug(title)) for title in self.prepared.titles]
            passages = self.prepared.passages
            _ORDERS["usable"] = np.array(
                [
                    i
                    for i, q in enumerate(self.prepared.questions)
                    if not q.held_out and not apart[passages[q.passage].article]
                ]
            )
        return _ORDERS["usable"]

    def _order(self, kind: str, epoch: int) -> np.ndarray:
        key = f"{self.seed} {kind} {epoch}"
        if key not in _ORDERS:
            seed = random.Random(key).randrange(1 << 31)
            _ORDERS[key] = np.random.default_rng(seed).permutation(self._usable())
        return _ORDERS[key]


_ORDERS: dict[str, np.ndarray] = {}
_TWISTER = Twister()


def make(prepared: Prepared, asked: Asked, kind: str, rng: random.Random) -> Example:
    """One pair of this kind, or of another where the question has none of this kind."""
    passages, text = prepared.passages, asked.text
    if kind == TWISTED:
        text = twisted(prepared, asked, rng, _TWISTER)
        if text is None:
            kind = rng.choice((NEAR, RETRIEVED))
    if kind == REMOVED:
        kept = without_answer(passages[asked.passage], asked)
        if kept is None:
            kind = RETRIEVED
    if kind == RETRIEVED and not asked.retrieved or kind == NEAR and not asked.near:
        kind = ANSWERED

    start = end = -1
    if kind in (ANSWERED, TWISTED):
        passage = passages[asked.passage]
        low, high = window(passage.cuts, asked.start, asked.end, rng)
        ids = passage.ids[low:high]
        if kind == ANSWERED:
            start, end = asked.start - low, asked.end - low
    elif kind == REMOVED:
        ids = kept[: LONGEST + 50]
    else:
        passage = passages[rng.choice(asked.near if kind == NEAR else asked.retrieved)]
        at = rng.randrange(len(passage.ids))
        low, high = window(passage.cuts, at, at, rng)
        ids = passage.ids[low:high]

    text = vary(text if kind == TWISTED else asked.text, asked.answers[0] if kind == ANSWERED else None, rng)
    return _pair(prepared, asked, prepared.question_ids(text), ids, start, end, rng)


def _pair(prepared: Prepared, asked: Asked, question: np.ndarray, ids, start: int, end: int, rng) -> Example:
    """With the title in front of some."""
    if rng.random() < TITLED:
        title = prepared.tokenizer.encode(prepared.titles[prepared.passages[asked.passage].article])[0]
        ids = np.concatenate([np.array([*title, DOT], np.int32), ids])
        if start >= 0:
            start, end = start + len(title) + 1, end + len(title) + 1
    return Example(question, ids, start, end)


def claimed(prepared: Prepared, claims: Claims, asked: Asked, kind: str, rng: random.Random) -> Example:
    """A statement and its passage; a question where no statement can be made of this one."""
    passage, elsewhere = prepared.passages[asked.passage], kind == MISSTATED and rng.random() < ELSEWHERE
    claim = claims.false(asked, rng) if kind == MISSTATED and not elsewhere else claims.true(asked, rng)
    if claim is None:
        return make(prepared, asked, ANSWERED if kind == STATED else TWISTED, rng)
    start = end = -1
    if elsewhere:
        kept = without_answer(passage, asked) if claim.answered and rng.random() < 0.4 else None
        others = asked.near + asked.retrieved
        if kept is not None:
            ids = kept[: LONGEST + 50]
        elif others:
            passage = prepared.passages[rng.choice(others)]
            at = rng.randrange(len(passage.ids))
            low, high = window(passage.cuts, at, at, rng)
            ids = passage.ids[low:high]
        else:
            return make(prepared, asked, NEAR, rng)
    else:
        low, high = (0, len(passage.ids)) if claim.whole else window(passage.cuts, asked.start, asked.end, rng)
        ids = passage.ids[low:high][:LONGEST_CLAIMED]
        if kind == STATED:
            start, end = (asked.start - low, asked.end - low) if claim.answered else (-2, -2)
    text = misspelt(claim.text, rng) if rng.random() < 0.03 else claim.text
    return _pair(prepared, asked, prepared.claim_ids(text), ids, start, end, rng)


def window(cuts: np.ndarray, start: int, end: int, rng: random.Random) -> tuple[int, int]:
    """The pieces of some whole sentences around `start..end`, grown to either side by chance."""
    whole = rng.random() < WHOLE
    wanted = CAP if whole else rng.randint(SHORTEST, LONGEST)
    count = int(cuts[-1])
    if count <= wanted:
        return 0, count
    low = int(np.searchsorted(cuts, start, "right")) - 1
    high = int(np.searchsorted(cuts, end, "right"))
    while True:
        choices = []
        if low > 0 and cuts[high] - cuts[low - 1] <= wanted:
            choices.append((low - 1, high))
        if high < len(cuts) - 1 and cuts[high + 1] - cuts[low] <= wanted:
            choices.append((low, high + 1))
        if not choices:
            break
        low, high = rng.choice(choices)
    first, last = int(cuts[low]), int(cuts[high])
    if last - first > CAP:  # one sentence longer than a passage may be
        first = max(first, min(start - rng.randrange(CAP // 2), last - CAP))
        last = max(end + 1, first + CAP)
    return first, last


def without_answer(passage: Passage, asked: Asked) -> np.ndarray | None:
    """The passage less the sentences of the answer; None where nothing is left or the rest answers too."""
    low = int(np.searchsorted(passage.cuts, asked.start, "right")) - 1
    high = int(np.searchsorted(passage.cuts, asked.end, "right"))
    first, last = int(passage.cuts[low]), int(passage.cuts[high])
    if first == 0 and last == len(passage.ids):
        return None
    before = passage.text[: passage.ends[first - 1]] if first else ""
    after = passage.text[passage.begins[last] :] if last < len(passage.ids) else ""
    if asked.answers[0].lower() in (before + " " + after).lower():
        return None
    return np.concatenate([passage.ids[:first], passage.ids[last:]])


def twisted(prepared: Prepared, asked: Asked, rng: random.Random, twister: Twister) -> str | None:
    passage = prepared.passages[asked.passage]
    around = Around(
        passage.text,
        prepared.names[passage.article],
        prepared.names[rng.randrange(len(prepared.names))],
    )
    return twister.twist(asked.text, around, rng)
