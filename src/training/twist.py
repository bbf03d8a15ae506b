"""Questions that look answerable and are not: a question of a passage, changed so that the passage no longer
answers it. Each rule returns the changed question, or None where it does not apply.

Half of the word pairs and all of `UNSEEN` are kept from training, so that the reader can be measured on
changes that it has not learnt from."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

SMALL = set(
    "The A An In On At Of For To By It Its He She They This That These Those His Her Their There When Where What"
    " Who Which Why How After Before During While As If But And Or Not With From Although However Some Many Most"
    " All One Two Three Also Other Both Since Under Such Each Indeed Today Unlike Like Because I We You".split()
)
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
NAME = re.compile(
    r"\b[A-Z][\w-]*(?:'[A-Z]\w*)?"
    r"(?:(?: (?:of |the |de |von |van )?|(?<=\b[A-Z])\. )[A-Z][\w-]*(?:'[A-Z]\w*)?)*"
)
_ADJECTIVE = re.compile(r"(?:ish|ese|ian|ean|can|ench|utch|reek|wiss|erman)$")
NUMBER = re.compile(r"(?<![\w.,])\d[\d,.]*\d|(?<![\w.,])\d")
_WORD = re.compile(r"\w+")
_PARTICIPLE = re.compile(r"\b(?:was|were|is|are|be|been|being|has|had|have)\b(?= \w+(?:ed|en)\b)", re.I)

# Pairs of opposites. Every second pair is for measuring only (see `Twister`).
_OPPOSITES = """first last|most least|largest smallest|highest lowest|more fewer|before after|north south
east west|northern southern|eastern western|oldest newest|longest shortest|increase decrease
increased decreased|start end|began ended|won lost|male female|men women|major minor|early late
greater smaller|higher lower|best worst|maximum minimum|above below|include exclude|always never
same different|open closed|public private|support oppose|old new|larger smaller|inside outside
import export|positive negative|upper lower|internal external|common rare|biggest smallest
founded abolished|allowed forbidden|rise fall|rose fell|gained lost|accepted rejected|buy sell
bought sold|strong weak|hot cold|rich poor|fast slow|long short|high low|ancient modern|urban rural
arrive leave|arrived left|attack defend|attacked defended|north-east south-west|victory defeat
opened closed|joined left|created destroyed|built demolished|approved vetoed|legal illegal
supported opposed|begin finish|began finished|cause prevent|caused prevented|liked disliked
added removed|majority minority|husband wife|son daughter|father mother|brother sister|king queen
agree disagree|agreed disagreed|success failure|appointed dismissed|hired fired|raised lowered
earliest latest|top bottom|enter exit|entered exited|permanent temporary|direct indirect
formal informal|domestic foreign|civilian military|left right|young old|younger older|light dark
wet dry|primary secondary|natural artificial|few many|less more|easier harder|cheapest dearest"""

# Words of one kind, of which a question may ask for the wrong one. Every second line is for measuring only.
_SIBLINGS = """population area elevation climate
mother father brother sister uncle cousin grandfather
king queen president governor mayor emperor chancellor
color size weight height length width depth age
river mountain lake island desert valley
album song film book novel single poem
professor student teacher principal dean
architect painter composer sculptor engineer photographer
university museum hospital library church prison
gold silver copper iron lead tin
soldiers sailors pilots officers prisoners
religion language currency capital flag anthem
sugar cotton coffee tobacco rice wheat
temperature pressure density speed voltage
bridge tunnel railway airport harbor canal
treaty war battle election revolution strike
train ship aircraft car bicycle bus
chairman secretary treasurer director founder
bacteria viruses fungi insects birds fish mammals
color shape texture smell taste
company party church army union club
cost price revenue profit debt budget
science history music art law medicine theology"""


@dataclass(frozen=True)
class Around:
    """What a rule may take words from: the question's passage, its article, any other article."""

    passage: str
    article_names: Sequence[str]
    other_names: Sequence[str]


def names(text: str) -> list[str]:
    """Names in running text; a lone capitalised word that starts a sentence is not taken for one."""
    found = []
    for name in NAME.finditer(text):
        first, *rest = name.group().split()
        value, at_start = name.group(), re.search(r"(?:^|[.!?]\s|\n)\s*$", text[: name.start()])
        if first in SMALL or (at_start and not rest):
            value = " ".join(rest)
        if value and value[0].isupper() and value not in _MONTHS and len(value) > 1:
            found.append(value)
    return found


def _pairs(lines: list[str]) -> dict[str, list[str]]:
    others: dict[str, list[str]] = {}
    for line in lines:
        kind = line.split()
        for word in kind:
            others.setdefault(word, []).extend(w for w in kind if w != word)
    return others


def _split(table: str) -> list[str]:
    return [line for line in table.replace("\n", "|").split("|") if line]


Rule = Callable[[str, Around, random.Random], str | None]


class Twister:
    """Changes questions by one rule picked by chance; `seen` rules are learnt from, the others measured by."""

    def __init__(self, seen: bool = True):
        opposites, siblings = _split(_OPPOSITES), _split(_SIBLINGS)
        self._opposites = _pairs(opposites[0 if seen else 1 :: 2])
        self._siblings = _pairs(siblings[0 if seen else 1 :: 2])
        seen_rules: list[tuple[int, Rule]] = [
            (30, _other_name),
            (16, _other_number),
            (18, self._opposite),
            (8, _negated),
            (9, _swapped_names),
            (10, _added_detail),
            (14, self._sibling),
        ]
        unseen_rules: list[tuple[int, Rule]] = [
            (30, self._opposite),
            (30, self._sibling),
            (20, _other_month),
            (20, _other_ordinal),
            (10, _never),
        ]
        self._rules = seen_rules if seen else unseen_rules

    def twist(self, question: str, around: Around, rng: random.Random) -> str | None:
        rules = list(self._rules)
        while rules:
            i = rng.choices(range(len(rules)), [weight for weight, _ in rules])[0]
            twisted = rules.pop(i)[1](question, around, rng)
            if twisted and twisted != question:
                return twisted
        return None

    def _opposite(self, question: str, around: Around, rng: random.Random) -> str | None:
        return _exchange(question, self._opposites, rng)

    def _sibling(self, question: str, around: Around, rng: random.Random) -> str | None:
        twisted = _exchange(question, self._siblings, rng)
        new = set(_WORD.findall((twisted or "").lower())) - set(_WORD.findall(question.lower()))
        if new and new & set(_WORD.findall(around.passage.lower())) and rng.random() < 0.7:
            return None  # the passage may well answer this one
        return twisted


def _exchange(question: str, table: dict[str, list[str]], rng: random.Random) -> str | None:
    known = [
        w
        for w in _WORD.finditer(question)
        if w.group().lower() in table and question[: w.start()].lower()[-4:] != "how "
    ]
    if not known:
        return None
    word = rng.choice(known)
    return _put(question, word, rng.choice(table[word.group().lower()]))


def _put(question: str, at: re.Match, new: str) -> str:
    return question[: at.start()] + new + question[at.end() :]


def _names_in(question: str) -> list[re.Match]:
    return [
        n
        for n in NAME.finditer(question)
        if n.start() > 0 and n.group().split()[0] not in SMALL and n.group() not in _MONTHS
    ]


def _other_name(question: str, around: Around, rng: random.Random) -> str | None:
    here = _names_in(question)
    if not here:
        return None
    old = rng.choice(here)
    source = rng.choices(
        (names(around.passage), around.article_names, around.other_names), (45, 35, 20)
    )[0]
    if not source:
        return None
    known = set(question.lower().split())
    for attempt in range(16):
        new = rng.choice(source)
        if set(new.lower().split()) & known or new in question:
            continue
        if _kind(new) == _kind(old.group()) or attempt > 11:
            return _put(question, old, new)
    return None


def _kind(name: str) -> str:
    """Names of one kind can stand for each other: long ones, abbreviations, peoples, others."""
    if " " in name:
        return "long"
    if name.isupper():
        return "letters"
    return "people" if _ADJECTIVE.search(name) else "short"


def _other_number(question: str, around: Around, rng: random.Random) -> str | None:
    here = list(NUMBER.finditer(question))
    if not here:
        return None
    old = rng.choice(here)
    digits = len(re.sub(r"\D", "", old.group()))
    others = [
        n
        for n in NUMBER.findall(around.passage)
        if n not in question and len(re.sub(r"\D", "", n)) == digits
    ]
    if others and rng.random() < 0.5:
        return _put(question, old, rng.choice(others))
    if not re.fullmatch(r"\d{1,9}", old.group()):
        shifted = [i for i, c in enumerate(old.group()) if c.isdigit()]
        i = rng.choice(shifted)
        digit = rng.choice([d for d in "123456789" if d != old.group()[i]])
        return _put(question, old, old.group()[:i] + digit + old.group()[i + 1 :])
    step = rng.choice([-50, -20, -10, -5, -3, -2, -1, 1, 2, 3, 5, 10, 20, 50])
    value = int(old.group()) + step
    value = value if value > 0 else int(old.group()) + abs(step)
    return None if str(value) in around.passage else _put(question, old, str(value))


def _negated(question: str, around: Around, rng: random.Random) -> str | None:
    spot = _PARTICIPLE.search(question)
    if spot:
        return question[: spot.end()] + " not" + question[spot.end() :]
    spot = re.search(r"\b(did|does|do)( (?:the |an? )?[\w'-]+)(?= \w)", question)
    if spot and rng.random() < 0.5:
        return question[: spot.end()] + " not" + question[spot.end() :]
    return None


def _never(question: str, around: Around, rng: random.Random) -> str | None:
    spot = _PARTICIPLE.search(question)
    return question[: spot.end()] + " never" + question[spot.end() :] if spot else None


def _swapped_names(question: str, around: Around, rng: random.Random) -> str | None:
    here = _names_in(question)
    if len(here) < 2:
        return None
    i = rng.randrange(len(here) - 1)
    a, b = here[i], here[i + 1]
    between = question[a.end() : b.start()]
    if re.search(r"\b(and|or|between|with)\b|,", between) or len(between.split()) < 1:
        return None
    if re.search(r"\bbetween\b", question):
        return None
    return question[: a.start()] + b.group() + between + a.group() + question[b.end() :]


def _added_detail(question: str, around: Around, rng: random.Random) -> str | None:
    core = question.rstrip(" ?")
    absent = [n for n in around.article_names if n not in around.passage and n not in question]
    kinds = ["year", "name", "name", "month"]
    kind = rng.choice(kinds)
    if kind == "year":
        year = str(rng.randrange(1750, 2016))
        if year in around.passage or NUMBER.search(question) or core.lower().startswith("when"):
            return None
        return f"{core} {rng.choice(['in', 'after', 'before', 'until'])} {year}?"
    if kind == "month":
        month = rng.choice(_MONTHS)
        if month in around.passage or core.lower().startswith(("when", "what month")):
            return None
        return f"{core} in {month}?"
    if not absent:
        return None
    link = rng.choice(["in", "for", "with", "according to", "by", "after", "during", "from"])
    return f"{core} {link} {rng.choice(absent)}?"


def _other_month(question: str, around: Around, rng: random.Random) -> str | None:
    here = [m for m in re.finditer(rf"\b({'|'.join(_MONTHS)})\b", question)]
    if not here:
        return None
    return _put(question, here[0], rng.choice([m for m in _MONTHS if m not in around.passage]))


_ORDINALS = "first second third fourth fifth sixth seventh tenth twentieth".split()


def _other_ordinal(question: str, around: Around, rng: random.Random) -> str | None:
    here = [w for w in _WORD.finditer(question) if w.group().lower() in _ORDINALS]
    free = [o for o in _ORDINALS if o not in around.passage.lower()]
    return _put(question, here[0], rng.choice(free)) if here and free else None
