"""Passages as other documents have them. Wikipedia names its subject again and again, in whole paragraphs; a handbook,
a policy or minutes name it in the title and go on with "it" or "we", below headings and in lists. And questions as
people ask each other: of "you", with a greeting."""

import random
import re
from typing import NamedTuple

import squad

NAMELESS, OWN_VOICE, HEADED, LISTED, NUMBERED = 0.6, 0.35, 0.5, 0.3, 0.3
GREETED = 0.03
_MARKS = ("-", "*", "\u2022", "1.", "(a)")
_GREETINGS = (
    "hi, ", "hello, ", "hi all, ", "hello everybody, ", "good morning, ", "quick question: ", "one question: ",
    "sorry to ask again: ", "please tell me: ", "another one: ",
)  # fmt: skip
_CLOSINGS = (", please", ", thanks", ", thank you", ", does anybody know", ", please tell me")
_PREPOSITION = re.compile(
    r"\b(?:of|to|in|by|for|with|from|on|at|about|against|between|after|before|into|over|under|than|through|near|around"
    r"|within|outside|toward|towards|throughout|across|including)\s+(?:the\s+)?$",
    re.I,
)
_FORMS = {
    "he": ("he", "him", "his"),
    "she": ("she", "her", "her"),
    "it": ("it", "it", "its"),
    "they": ("they", "them", "their"),
    "we": ("we", "us", "our"),
}
_PLURAL = {"has": "have", "is": "are", "was": "were", "does": "do"}
_MANY = re.compile(r"\s+(?:are|were|have|do)\b")
_END_OF_NAME = re.compile(
    r"\s*(?:[,.;:!?)]|$|\s(?:is|are|was|were|has|had|have|will|would|can|could|did|does|do|may|might|must|should|of"
    r"|in|to|and|or|for|from|with|at|by|on|as|that|which|who|also|since|until|during|after|before|when|where|because"
    r"|while|than|but|if|into|through)\b)"
)
_VERB = re.compile(r"\s+(has|is|was|does)\b")
_ASIDE = re.compile(r"\b(has|is|was|does)\s+(?:the\s+)?$", re.I)
_TOPIC = re.compile(r"\b[A-Za-z][a-z]{4,}(?: [A-Za-z][a-z]{4,}){0,2}\b")


class Page(NamedTuple):
    front: str  # what stands above the text: title, heading
    text: str
    answer: tuple[int, int] | None  # [start, end) in the text
    own_voice: bool  # the subject speaks: "we"


Edit = tuple[int, int, str]


def page(text: str, answer: tuple[int, int] | None, title: str, may_speak: bool, rng: random.Random) -> Page:
    """The passage below its title, its subject named by a pronoun where it is named at all, maybe below a heading,
    maybe as a list. The answer's own words stay as they are. A subject that may speak says "we" now and then."""
    front, edits, own_voice = title + ". ", [], False
    if rng.random() < NAMELESS:
        spots = [(b, e) for b, e in mentions(text, title) if answer is None or e <= answer[0] or b >= answer[1]]
        pronoun = pronoun_of(text, spots)
        own_voice = bool(spots) and may_speak and pronoun == "it" and rng.random() < OWN_VOICE
        edits = [edit for spot in spots for edit in _exchanged(text, spot, "we" if own_voice else pronoun)]
        own_voice = own_voice and bool(edits)
    if rng.random() < HEADED:
        front += heading(text, rng)
    if rng.random() < LISTED:
        edits += _listed(text, edits, rng)
    text, answer = _edited(text, edits, answer)
    return Page(front, text, answer, own_voice)


def mentions(text: str, title: str) -> list[tuple[int, int]]:
    """Where the text names its subject: by the title, or by the last of its words as people are."""
    last = title.split()[-1]
    names = [title, last] if len(title.split()) == 2 and last.isalpha() and title.istitle() else [title]
    found: list[tuple[int, int]] = []
    for name in names:
        for m in re.finditer(rf"(?<![\w-])(?:[Tt]he\s+)?{re.escape(name)}(?![\w-])(?!\s+[A-Z])", text):
            named = re.search(r"[A-Z][\w.]*\s+$", text[: m.start()])
            after_name = named and not re.search(r"[.!?]\s*$", text[: named.start()] or ".")
            if not after_name and not any(b < m.end() and m.start() < e for b, e in found):
                found.append(m.span())
    return sorted(found)


def pronoun_of(text: str, spots: list[tuple[int, int]]) -> str:
    """What would stand for the subject: "it" where nothing says otherwise."""
    if any(_MANY.match(text, end) for _, end in spots):
        return "they"
    words = re.findall(r"[a-z]+", text.lower())
    count = {p: sum(w in _FORMS[p] for w in words) for p in ("it", "he", "she")}
    return max(count, key=lambda p: (count[p], p == "it"))


def _exchanged(text: str, spot: tuple[int, int], pronoun: str) -> list[Edit]:
    """None where the name is a part of another one, or not surely a subject or an object."""
    begin, end = spot
    subject, object_, possessive = _FORMS[pronoun]
    before, own = text[:begin], re.match(r"['\u2019]s?\b|['\u2019](?=\s)", text[end:])
    at_start = not before.strip() or bool(re.search(r"[.!?][\"'\u201d)]*\s*$", before))
    edits = []
    if own:
        new, end = possessive, end + own.end()
    elif at_start and re.match(r"\s+[a-z]", text[end:]):
        new, verb = subject, _VERB.match(text, end)
        if pronoun in ("we", "they") and verb:
            edits.append((*verb.span(1), _PLURAL[verb.group(1)]))
    elif _PREPOSITION.search(before) and _END_OF_NAME.match(text, end):
        new = object_
    else:
        return []
    return [(begin, end, new.capitalize() if at_start else new), *edits]


def heading(text: str, rng: random.Random) -> str:
    """Some words of the text, as if they headed it."""
    topics = [m.group() for m in _TOPIC.finditer(text)]
    if not topics:
        return ""
    number = f"{rng.randint(1, 12)}. " if rng.random() < NUMBERED else ""
    return number + rng.choice(topics).capitalize() + ". "


def _listed(text: str, taken: list[Edit], rng: random.Random) -> list[Edit]:
    mark = rng.choice(_MARKS)
    marks = []
    for i, (begin, _) in enumerate(squad.sentences(text)):
        sign = {"1.": f"{i + 1}.", "(a)": f"({chr(97 + i % 26)})"}.get(mark, mark)
        if not any(b < begin < e for b, e, _ in taken):
            marks.append((begin, begin, f"\n{sign} "))
    return marks


def _edited(text: str, edits: list[Edit], answer: tuple[int, int] | None) -> tuple[str, tuple[int, int] | None]:
    """The text after the edits, which do not touch the answer's place, and that place."""
    parts, at, moved = [], 0, list(answer) if answer else None
    for begin, end, new in sorted(edits):
        if begin < at or answer and begin < answer[1] and end > answer[0]:
            continue
        parts += [text[at:begin], new]
        at = end
        if answer and end <= answer[0]:
            moved = [place + len(new) - (end - begin) for place in moved]
    return "".join([*parts, text[at:]]), tuple(moved) if moved else None


def to_you(question: str, title: str) -> str:
    """The question as its subject is asked it: "When did you ...?"."""
    for begin, end in reversed(mentions(question, title)):
        own = re.match(r"['\u2019]s?\b|['\u2019](?=\s)", question[end:])
        before, after = question[:begin], question[end + (own.end() if own else 0) :]
        if not own:
            before = _ASIDE.sub(lambda m: _PLURAL[m.group(1).lower()] + " ", before)
            after = _VERB.sub(lambda m: f" {_PLURAL[m.group(1)]}", after, count=1) if _VERB.match(after) else after
        question = before + ("your" if own else "you") + after
    return question


def greeted(question: str, rng: random.Random) -> str:
    """Now and then with a greeting or thanks."""
    if rng.random() >= GREETED:
        return question
    if rng.random() < 0.7:
        return rng.choice(_GREETINGS) + question
    return question.rstrip(" ?.!") + rng.choice(_CLOSINGS) + "?"
