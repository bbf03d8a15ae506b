"""What the reader learns from: an endless, seeded stream of question and passage pairs, and of statement and passage
pairs, where the passage says the statement or not.

Half of the questions are answered. A passage is taken whole or as a window of whole sentences, since the bot cuts
documents into chunks that may begin anywhere; some have their article's title in front, and some are set as other
documents than Wikipedia are."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

import documents
import squad
from claims import Claims
from everyday import Everyday, Query
from prepare import Asked, Passage, Prepared
from rewording import Rewording
from twist import Around, Twister
from variants import misspelt, vary

ANSWERED, NEAR, RETRIEVED, REMOVED, TWISTED = "answered", "near", "retrieved", "removed", "twisted"
STATED, MISSTATED = "stated", "misstated"
EVERYDAY, EVERYDAY_ABSENT, EVERYDAY_ELSEWHERE = "everyday", "everyday absent", "everyday elsewhere"
SHARES = {ANSWERED: 0.50, NEAR: 0.10, RETRIEVED: 0.11, REMOVED: 0.07, TWISTED: 0.22}
CLAIMS = {STATED: 0.46, MISSTATED: 0.54}
ORDINARY = {EVERYDAY: 0.5, EVERYDAY_ABSENT: 0.28, EVERYDAY_ELSEWHERE: 0.22}
ELSEWHERE = 0.15  # of the false statements are true ones beside a passage that does not say them
WHOLE, TITLED = 0.30, 0.15
REDONE = 0.35  # set as other documents are
REWORDED = 0.25  # of the questions get a word that the passage may not have
SHORTEST, LONGEST = 40, 150  # pieces of a window
CAP = 256  # pieces of a whole passage
LONGEST_CLAIMED = 320  # of a passage beside joined statements
LONGEST_REMOVED = 200  # of a passage without the answer's sentence
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
    rewording: Rewording | None = None
    everyday: Everyday | None = None
    everyday_share: float = 0.0

    def batches(self, n: int) -> list[list[Example]]:
        """Some batches of pairs of like length."""
        rng = random.Random(f"{self.seed} pool {n}")
        size = self.batch * BATCHES_A_POOL
        examples = []
        for kind, share in self._shares().items():
            count = round(size * share)
            if kind in ORDINARY:
                examples += [ordinary(self.prepared, self.everyday, kind, rng) for _ in range(count)]
                continue
            for question in self._questions(kind, n * count, count):
                if kind in CLAIMS:
                    examples.append(claimed(self.prepared, self.claims, question, kind, rng))
                else:
                    examples.append(make(self.prepared, question, kind, rng, self.rewording))
        examples.sort(key=lambda example: example.length + rng.random() * 8)
        parts = [examples[i : i + self.batch] for i in range(0, len(examples), self.batch)]
        rng.shuffle(parts)
        return parts

    def _shares(self) -> dict[str, float]:
        stated = self.share if self.claims else 0.0
        ordinary = self.everyday_share if self.everyday else 0.0
        parts = ((SHARES, 1 - stated - ordinary), (CLAIMS, stated), (ORDINARY, ordinary))
        return {kind: share * of for kinds, of in parts if of for kind, share in kinds.items()}

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


class Part(NamedTuple):
    """Some of a passage."""

    text: str
    ids: np.ndarray
    start: int = -1  # the answer's pieces in it, or -1, or -2
    end: int = -1
    answer: tuple[int, int] | None = None  # [start, end) of the answer in the text

    def shortened(self) -> "Part":
        """About as long as a window; for one without an answer."""
        if len(self.ids) <= LONGEST_REMOVED:
            return self
        return Part(self.text[: len(self.text) * LONGEST_REMOVED // len(self.ids)], self.ids[:LONGEST_REMOVED])

    def example(self, question: np.ndarray) -> Example:
        return Example(question, self.ids, self.start, self.end)


def part(passage: Passage, low: int, high: int, asked: Asked | None = None) -> Part:
    """The pieces low..high of a passage, which answer what was asked if that is given."""
    origin = int(passage.begins[low])
    text, ids = passage.text[origin : passage.ends[high - 1]], passage.ids[low:high]
    if asked is None:
        return Part(text, ids)
    answer = int(passage.begins[asked.start]) - origin, int(passage.ends[asked.end]) - origin
    return Part(text, ids, asked.start - low, asked.end - low, answer)


def make(
    prepared: Prepared, asked: Asked, kind: str, rng: random.Random, rewording: Rewording | None = None
) -> Example:
    """One pair of this kind, or of another where the question has none of this kind."""
    passages, text, number = prepared.passages, asked.text, asked.passage
    if kind == TWISTED:
        text = twisted(prepared, asked, rng, _TWISTER)
        if text is None:
            kind = rng.choice((NEAR, RETRIEVED))
    if kind == REMOVED:
        kept = without_answer(passages[number], asked)
        if kept is None:
            kind = RETRIEVED
    if kind == RETRIEVED and not asked.retrieved or kind == NEAR and not asked.near:
        kind = ANSWERED

    if kind in (ANSWERED, TWISTED):
        low, high = window(passages[number].cuts, asked.start, asked.end, rng)
        found = part(passages[number], low, high, asked if kind == ANSWERED else None)
    elif kind == REMOVED:
        found = kept.shortened()
    else:
        number = rng.choice(asked.near if kind == NEAR else asked.retrieved)
        found = anywhere(passages[number], rng)

    if kind != TWISTED:
        text = asked.text
    if rewording and rng.random() < REWORDED:
        text = rewording.asked(text, rng)
    text = vary(text, asked.answers[0] if kind == ANSWERED else None, rng)
    title = prepared.titles[passages[number].article]
    same = passages[number].article == passages[asked.passage].article
    found, own_voice = _set(prepared, found, title, same, rng)
    if own_voice:
        text = documents.to_you(text, title)
    return found.example(prepared.question_ids(documents.greeted(text, rng)))


def anywhere(passage: Passage, rng: random.Random) -> Part:
    """A window of it."""
    at = rng.randrange(len(passage.ids))
    return part(passage, *window(passage.cuts, at, at, rng))


def _set(prepared: Prepared, found: Part, title: str, may_speak: bool, rng: random.Random) -> tuple[Part, bool]:
    """With the title in front of some, or as another document has it; and whether its subject speaks of itself."""
    encode = prepared.tokenizer.encode
    if rng.random() < REDONE:
        page = documents.page(found.text, found.answer, title, may_speak, rng)
        ids, offsets = encode(page.front + page.text)
        pieces = found.start, found.end
        if page.answer:
            pieces = placed(offsets, *(place + len(page.front) for place in page.answer))
        return Part(page.text, np.array(ids, np.int32), *pieces), page.own_voice
    if rng.random() < TITLED:
        front = [*encode(title)[0], DOT]
        ids = np.concatenate([np.array(front, np.int32), found.ids])
        pieces = (place + len(front) if place >= 0 else place for place in (found.start, found.end))
        return Part(found.text, ids, *pieces), False
    return found, False


def placed(offsets: list[tuple[int, int]], begin: int, end: int) -> tuple[int, int]:
    """The first and last piece of the text's [begin, end)."""
    inside = [i for i, (b, e) in enumerate(offsets) if b < end and e > begin]
    return inside[0], inside[-1]


def claimed(prepared: Prepared, claims: Claims, asked: Asked, kind: str, rng: random.Random) -> Example:
    """A statement and its passage; a question where no statement can be made of this one."""
    number, elsewhere = asked.passage, kind == MISSTATED and rng.random() < ELSEWHERE
    passage = prepared.passages[number]
    claim = claims.false(asked, rng) if kind == MISSTATED and not elsewhere else claims.true(asked, rng)
    if claim is None:
        return make(prepared, asked, ANSWERED if kind == STATED else TWISTED, rng)
    if elsewhere:
        found = without_answer(passage, asked) if claim.answered and rng.random() < 0.4 else None
        others = asked.near + asked.retrieved
        if found is None and not others:
            return make(prepared, asked, NEAR, rng)
        if found is None:
            number = rng.choice(others)
            found = anywhere(prepared.passages[number], rng)
        found = found.shortened()
    else:
        low, high = (0, len(passage.ids)) if claim.whole else window(passage.cuts, asked.start, asked.end, rng)
        high = min(high, low + LONGEST_CLAIMED)
        answered = kind == STATED and claim.answered
        found = part(passage, low, high, asked if answered else None)
        if kind == STATED and not answered:
            found = found._replace(start=-2, end=-2)
    text = misspelt(claim.text, rng) if rng.random() < 0.03 else claim.text
    found, _ = _set(prepared, found, prepared.titles[prepared.passages[number].article], False, rng)
    return found.example(prepared.claim_ids(text))


def ordinary(
    prepared: Prepared, everyday: Everyday, kind: str, rng: random.Random, query: Query | None = None
) -> Example:
    """A question as people type it, any if none is given, and a part of an ordinary document, as the bot reads it."""
    query = query or rng.choice(everyday.absent if kind == EVERYDAY_ABSENT else everyday.answered)
    number, passage = query.document, everyday.passages[query.document]
    if kind == EVERYDAY:
        low, high = window(passage.cuts, query.start, query.end, rng)
        found = Part(passage.text, passage.ids[low:high], query.start - low, query.end - low)
    else:
        rest = None
        if kind == EVERYDAY_ELSEWHERE:
            rest = beside(passage, query) if rng.random() < 0.6 else None
            number = number if rest else everyday.another(query, rng)
        passage = everyday.passages[number]
        at = rng.choice(rest) if rest else rng.randrange(len(passage.ids))
        low, high = window(passage.cuts, at, at, rng)
        if rest:
            low, high = clear_of(passage.cuts, query, at, low, high)
        found = Part(passage.text, passage.ids[low:high])
    front = everyday.front(number, low, rng)
    shift = len(front) if found.start >= 0 else 0
    text = vary(query.text, None, rng)
    return Example(
        prepared.question_ids(documents.greeted(text, rng)),
        np.concatenate([front, found.ids]),
        found.start + shift,
        found.end + shift,
    )


def beside(passage: Passage, query: Query) -> list[int] | None:
    """The pieces outside the sentences of the answer; None where there are few."""
    low = int(np.searchsorted(passage.cuts, query.start, "right")) - 1
    high = int(np.searchsorted(passage.cuts, query.end, "right"))
    rest = [*range(passage.cuts[low]), *range(passage.cuts[high], len(passage.ids))]
    return rest if len(rest) > SHORTEST else None


def clear_of(cuts: np.ndarray, query: Query, at: int, low: int, high: int) -> tuple[int, int]:
    """The part of low..high around `at` that ends before the sentences of the answer or begins after them."""
    first = int(cuts[int(np.searchsorted(cuts, query.start, "right")) - 1])
    last = int(cuts[int(np.searchsorted(cuts, query.end, "right"))])
    return (low, min(high, first)) if at < first else (max(low, last), high)


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


def without_answer(passage: Passage, asked: Asked) -> Part | None:
    """The passage less the sentences of the answer; None where nothing is left or the rest answers too."""
    low = int(np.searchsorted(passage.cuts, asked.start, "right")) - 1
    high = int(np.searchsorted(passage.cuts, asked.end, "right"))
    first, last = int(passage.cuts[low]), int(passage.cuts[high])
    if first == 0 and last == len(passage.ids):
        return None
    before = passage.text[: passage.ends[first - 1]] if first else ""
    after = passage.text[passage.begins[last] :] if last < len(passage.ids) else ""
    text = (before + " " + after).strip()
    if asked.answers[0].lower() in text.lower():
        return None
    return Part(text, np.concatenate([passage.ids[:first], passage.ids[last:]]))


def twisted(prepared: Prepared, asked: Asked, rng: random.Random, twister: Twister) -> str | None:
    passage = prepared.passages[asked.passage]
    around = Around(
        passage.text,
        prepared.names[passage.article],
        prepared.names[rng.randrange(len(prepared.names))],
    )
    return twister.twist(asked.text, around, rng)
