"""True and false statements about a passage, made of the questions that were asked of it and of its sentences.

True: a question with its answer put in (people ask in other words than the passage has), two of them joined, or a
sentence of the passage. False: the same with another answer of the passage, a twisted question, a negation, names
exchanged, or something added that another passage says of another thing."""

import random
import re
from typing import NamedTuple

import squad
from prepare import Asked, Prepared
from rewording import Rewording
from statements import Verbs, adverb_of, state
from twist import NAME, NUMBER, SMALL, Around, Twister, names

JOINED, OWN = 0.10, 0.14  # shares of joined statements, and of the passage's own sentences
_JOINTS = (" and ", ", and ", ", and ", ", while ", "; ")
_FALSE = (
    ("other answer", 34),
    ("twisted", 20),
    ("added", 16),
    ("negated", 7),
    ("exchanged", 10),
    ("own", 10),
    ("opposed", 6),
)
REWORDED = 0.2  # of all statements get synonyms, true and false ones alike


class Claim(NamedTuple):
    text: str
    answered: bool  # whether the words of the question's answer are what it says
    whole: bool = False  # whether it may need more of the passage than the answer's sentence


class Claims:
    def __init__(self, prepared: Prepared, verbs: Verbs, rewording: Rewording):
        self._prepared, self._verbs, self._twister = prepared, verbs, Twister()
        self._rewording = rewording
        self._of_passage: dict[int, list[Asked]] = {}
        self._of_article: dict[int, list[Asked]] = {}
        for asked in prepared.questions:
            self._of_passage.setdefault(asked.passage, []).append(asked)
            self._of_article.setdefault(prepared.passages[asked.passage].article, []).append(asked)

    def true(self, asked: Asked, rng: random.Random) -> Claim | None:
        return self._reworded(self._true(asked, rng), rng)

    def false(self, asked: Asked, rng: random.Random) -> Claim | None:
        return self._reworded(self._untrue(asked, rng), rng)

    def _reworded(self, claim: Claim | None, rng: random.Random) -> Claim | None:
        if claim is None or rng.random() >= REWORDED:
            return claim
        return claim._replace(text=self._rewording.reworded(claim.text, rng))

    def _true(self, asked: Asked, rng: random.Random) -> Claim | None:
        dice = rng.random()
        if dice < OWN:
            own = self._own(asked, rng)
            return Claim(own, False) if own else None
        text = self._state(asked)
        if text and dice < OWN + JOINED:
            other = self._state(rng.choice(self._of_passage[asked.passage]))
            if other and other != text:
                return Claim(joined(text, other, rng), False, True)
        return Claim(text, True) if text else None

    def _untrue(self, asked: Asked, rng: random.Random) -> Claim | None:
        kinds, weights = zip(*_FALSE)
        for _ in range(4):
            text = self._false(rng.choices(kinds, weights)[0], asked, rng)
            if not text:
                continue
            if rng.random() < JOINED:
                other = self._state(rng.choice(self._of_passage[asked.passage]))
                if other and other != self._state(asked):
                    parts = [text, other]
                    rng.shuffle(parts)
                    return Claim(joined(*parts, rng), False, True)
            return Claim(text, False)
        return None

    def _state(self, asked: Asked) -> str | None:
        return state(asked.text, asked.answers[0], self._verbs)

    def _own(self, asked: Asked, rng: random.Random) -> str | None:
        """A sentence of the passage, the answer's one half of the time; now and then without its last part."""
        passage = self._prepared.passages[asked.passage]
        bounds = squad.sentences(passage.text)
        at = passage.begins[asked.start]
        mine = [passage.text[b:e].strip() for b, e in bounds if b <= at < e] if rng.random() < 0.5 else []
        text = mine[0] if mine else passage.text[slice(*rng.choice(bounds))].strip()
        if rng.random() < 0.4:
            cut = re.match(r"(.{30,}?)(?:, (?:which|who|where|and|but|although|while)\b|;| \()", text)
            text = cut.group(1) + "." if cut else text
        return text if 5 < len(text.split()) < 45 else None

    def _false(self, kind: str, asked: Asked, rng: random.Random) -> str | None:
        passage = self._prepared.passages[asked.passage]
        if kind == "other answer":
            other = self._other_answer(asked, rng)
            return state(asked.text, other, self._verbs) if other else None
        if kind == "negated":
            return state(asked.text, asked.answers[0], self._verbs, negate=True)
        if kind == "added":
            return self._added(asked, rng)
        if kind == "opposed":
            text = self._own(asked, rng) if rng.random() < 0.3 else self._state(asked)
            return self._rewording.opposed(text, rng) if text else None
        if kind == "exchanged":
            text = self._state(asked)
            return exchanged(text, asked.answers[0], rng) if text else None
        around = Around(
            passage.text,
            self._prepared.names[passage.article],
            self._prepared.names[rng.randrange(len(self._prepared.names))],
        )
        if kind == "own":
            own = self._own(asked, rng)
            text = self._twister.twist(own.rstrip("."), around, rng) if own else None
            return text.rstrip("?") + "." if text else None
        text = self._twister.twist(asked.text, around, rng)
        return state(text, asked.answers[0], self._verbs) if text else None

    def _other_answer(self, asked: Asked, rng: random.Random) -> str | None:
        """Another thing of the answer's kind, from the passage or else the article."""
        own, passage = asked.answers[0], self._prepared.passages[asked.passage]
        beside = [q.answers[0] for q in self._of_passage[asked.passage]]
        within = NUMBER.findall(passage.text) if kind_of(own) == "number" else names(passage.text)
        article = [q.answers[0] for q in self._of_article[passage.article]]
        taken = squad.words(own) | squad.words(asked.text)
        for source in rng.sample((beside, beside, within, article), 4):
            fit = [a for a in source if kind_of(a) == kind_of(own) and not squad.words(a) & taken]
            if fit:
                return rng.choice(fit)
        return None

    def _added(self, asked: Asked, rng: random.Random) -> str | None:
        """Says also when, where, why or how, from another passage of the article."""
        text, passage = self._state(asked), self._prepared.passages[asked.passage]
        if not text:
            return None
        others = self._of_article[passage.article]
        for _ in range(12):
            other = rng.choice(others)
            tail = adverb_of(other.text, other.answers[0])
            if tail and other.passage != asked.passage and not squad.words(other.answers[0]) & squad.words(passage.text):
                return f"{text[:-1]} {tail}."
        return None


def joined(one: str, other: str, rng: random.Random) -> str:
    if other.split()[0] in ("The", "A", "An", "In", "It", "He", "She", "They", "His", "Her", "Their", "This"):
        other = other[0].lower() + other[1:]
    return one[:-1] + rng.choice(_JOINTS) + other


def kind_of(answer: str) -> str:
    if re.match(r"[^a-z]*\d", answer):
        return "number"
    if re.match(r"(?:the )?[A-Z]", answer):
        return "name"
    return "other"


def exchanged(text: str, answer: str, rng: random.Random) -> str | None:
    """Two names of a statement in each other's place, unless an "is" or "and" makes them the same."""
    found = [m for m in NAME.finditer(text) if len(m.group()) > 2 and m.group().split()[0] not in SMALL]
    found = [m for m in found if m.start() or " " in m.group() or m.group() in answer]
    at = text.lower().find(answer.lower())
    if kind_of(answer) == "other" and at >= 0:
        found = [m for m in found if m.end() <= at or m.start() >= at + len(answer)]
        found = [(m.start(), m.end()) for m in found] + [(at, at + len(answer))]
    else:
        found = [(m.start(), m.end()) for m in found]
    found.sort()
    if len(found) < 2:
        return None
    i = rng.randrange(len(found) - 1)
    (a, b), (c, d) = found[i], found[i + 1]
    between = text[b:c]
    if len(between.split()) < 1 or re.fullmatch(r"\s*(?:is|was|are|were|,|and|or|,? and)\s*(?:the|a|an)?\s*", between):
        return None
    return text[:a] + text[c:d] + between + text[a:b] + text[d:]
