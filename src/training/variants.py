"""The same question as people type it: without its mark, misspelt, as keywords, or to be answered by yes."""

import random
import re

_FILLERS = set(
    "what which who whom whose when where why how is are was were do does did the a an of in on at to for by"
    " with has have had be been that this it its there many much can could would".split()
)


def unmarked(question: str) -> str:
    return question.rstrip(" ?.!")


def misspelt(question: str, rng: random.Random) -> str:
    """One or two slips of the finger in longer words."""
    words = question.split(" ")
    long = [i for i, w in enumerate(words) if len(w) > 4 and w.isalpha()]
    for i in rng.sample(long, min(len(long), rng.choice((1, 1, 2)))):
        words[i] = _slip(words[i], rng)
    return " ".join(words)


def _slip(word: str, rng: random.Random) -> str:
    i = rng.randrange(1, len(word) - 1)
    return rng.choice(
        (
            word[:i] + word[i + 1] + word[i] + word[i + 2 :],  # two letters change places
            word[:i] + word[i + 1 :],  # one is left out
            word[:i] + word[i] + word[i:],  # one comes twice
            word[:i] + rng.choice("aeiorstnl") + word[i + 1 :],  # a wrong one
        )
    )


def keywords(question: str, rng: random.Random) -> str | None:
    """What somebody types into a search box; None where less than two words would be left."""
    words = re.findall(r"[\w'.,-]*\w", question)
    kept = [w for w in words if w.lower() not in _FILLERS]
    lead = words[0].lower() if words else ""
    if len(kept) < 2:
        return None
    if lead in ("when", "where", "who", "why") and rng.random() < 0.6:
        kept.insert(0 if rng.random() < 0.5 else len(kept), lead)
    elif re.match(r"how (many|much)", question, re.I):
        kept.insert(0, "how many" if "many" in question[:9].lower() else "how much")
    return " ".join(kept)


_YES = (
    (re.compile(r"^(?:when|in (?:what|which) year) (was|were|did|is|are) (.+?)\??$", re.I), "{1} {2} in {0}?"),
    (re.compile(r"^(?:where|in (?:what|which) (?:city|country|state)) (was|were|did|is|are) (.+?)\??$", re.I), "{1} {2} in {0}?"),
    (re.compile(r"^who (was|is|were|are) (.+?)\??$", re.I), "{1} {0} {2}?"),
    (re.compile(r"^how many (.+?) (did|do|does) (.+?)\??$", re.I), "{2} {3} {0} {1}?"),
    (re.compile(r"^how many (.+?) (are|were) (.+?)\??$", re.I), "{2} {0} {1} {3}?"),
    (re.compile(r"^what (did|does|do) (.+?)\??$", re.I), "{1} {2} {0}?"),
    (re.compile(r"^what (is|was) (the .+?)\??$", re.I), "{1} {2} {0}?"),
)  # fmt: skip


def to_confirm(question: str, answer: str) -> str | None:
    """"When was X built?" with its answer put in: "Was X built in 1850?"; None where no form fits."""
    if len(answer.split()) > 6:
        return None
    for form, shape in _YES:
        match = form.match(question)
        if match:
            if re.match(r"(in|on|at|by|around|since)\b", answer, re.I):
                shape = shape.replace("in {0}", "{0}")
            elif "in {0}" in shape and re.match(_DAY, answer):
                shape = shape.replace("in {0}", "on {0}")
            text = shape.format(answer, *match.groups())
            return text[0].upper() + text[1:]
    return None


_DAY = r"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d"


def vary(question: str, answer: str | None, rng: random.Random) -> str:
    """The question as it is, four times in five; `answer` is given where yes may be asked for."""
    dice = rng.random()
    if dice < 0.06:
        return unmarked(question)
    if dice < 0.11:
        return misspelt(question, rng)
    if dice < 0.16:
        return keywords(question, rng) or question
    if dice < 0.22 and answer:
        return to_confirm(question, answer) or question
    return question
