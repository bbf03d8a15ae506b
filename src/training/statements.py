"""Questions with their answers put in, as statements: "When did X begin?", "1955" becomes "X began in 1955".

People ask in other words than the passage has, so these are rephrased true sentences, and with another answer or a
changed question false ones. The reader learns from them which sentences a passage says. English only."""

import collections
import re
from pathlib import Path

_BE = set("is was were are".split())
_DO = set("did does do".split())
_OTHER = set("has had have can could will would should may might must".split())
_AUXILIARY = _BE | _DO | _OTHER
_PREPOSITIONS = set(
    "in on at to from by with for of during since until under through into about against after before between"
    " within over among around near along as upon toward towards".split()
)
_DETERMINERS = set("the a an this that these those his her its their our my your any some each every no".split())
_PRONOUNS = set("he she it they we you i there".split())
_NEVER = _PREPOSITIONS | _DETERMINERS | _PRONOUNS | set("and or but not than so also most more less first".split())
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_LEAD = re.compile(
    r"^(?:(?P<before>in|on|at|to|from|by|with|for|of|during|since|until|under|through|into|about|against|after"
    r"|before|between|within|over|around) )?"
    r"(?P<word>what|which|whose|whom|who|when|where|why|how many|how much|how long|how often|how far|how old|how)\b ?",
    re.I,
)
_INSIDE = re.compile(
    r"\b(?P<word>what|which|whom|who|when|where|why|how many|how much|how)(?P<noun>(?: [\w'-]+){0,3})$", re.I
)
_TIMES = set("year date day month decade century season".split())
_BARE = set("who whom when where why how".split())


class Verbs:
    """Which words can be verbs, and mostly are; from WordNet's files."""

    def __init__(self, folder: Path):
        read = lambda name: (folder / name).read_text(encoding="ascii").splitlines()  # noqa: E731
        self._known = {line.split(" ", 1)[0] for line in read("index.verb") if not line.startswith(" ")}
        self._irregular, self._pasts = {}, collections.defaultdict(list)
        for line in read("verb.exc"):
            form, base = line.split()[:2]
            self._irregular[form] = base
            if not form.endswith("ing"):
                self._pasts[base].append(form)
        counts = collections.defaultdict(lambda: [0.0, 0.0])
        for line in read("cntlist.rev"):
            key, _, count = line.split()[:3]
            word, kind = key.split("%")
            counts[word][kind[0] == "2"] += int(count)
        self._share = {word: (v + 0.3) / (v + other + 0.6) for word, (other, v) in counts.items()}

    def base(self, word: str) -> str | None:
        """The verb that this word is a form of, if any."""
        if word in self._irregular:
            return self._irregular[word]
        for end, instead in (("", ("",)), ("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)),
                             ("ed", ("", "e")), ("ing", ("", "e"))):  # fmt: skip
            if end and not word.endswith(end):
                continue
            stem = word[: len(word) - len(end)]
            if len(stem) < 2:
                continue
            for more in instead:
                if stem + more in self._known:
                    return stem + more
            if end in ("ed", "ing") and len(stem) > 2 and stem[-1] == stem[-2] and stem[:-1] in self._known:
                return stem[:-1]
        return None

    def likely(self, word: str) -> float:
        """How often the word's verb is used as one, 0 to 1; 0 where it is none."""
        base = self.base(word)
        if base is None or word in _NEVER:
            return 0.0
        share = self._share.get(base, 0.5)
        return max(share, 0.6) if word != base and word.endswith(("ed", "ing")) else share

    def past(self, base: str) -> str:
        forms = self._pasts.get(base)
        if forms:
            return next((f for f in forms if not f.endswith("n")), forms[0])
        if base.endswith("e"):
            return base + "d"
        if re.search(r"[^aeiou]y$", base):
            return base[:-1] + "ied"
        return base + "ed"

    def third(self, base: str) -> str:
        if re.search(r"(?:s|sh|ch|x|z|o)$", base):
            return base + "es"
        return base[:-1] + "ies" if re.search(r"[^aeiou]y$", base) else base + "s"


def state(question: str, answer: str, verbs: Verbs, negate: bool = False) -> str | None:
    """The statement that the answer makes of the question, or its opposite; None where no form fits."""
    text = re.sub(r"\s+", " ", question).strip().rstrip("?. ").strip()
    answer = answer.strip().rstrip(".,;")
    if not answer or len(answer.split()) > 15 or len(text.split()) < 3:
        return None
    lead = _LEAD.match(text)
    made = _led(lead, text[lead.end() :].split(), answer, verbs, negate) if lead else _inside(text, answer)
    if not made or (negate and " not " not in made):
        return None
    made = re.sub(r"\s+", " ", made).strip(" ,")
    return made[0].upper() + made[1:] + "."


def _inside(text: str, answer: str) -> str | None:
    """"X was built in what year": the asking words stand last."""
    found = _INSIDE.search(text)
    if not found or (found.group("noun") and found.group("word").lower() in _BARE):
        return None
    before = text[: found.start()]
    if re.search(r"\b(?:in|on|at|by|to|from|for|of)\s$", before):
        answer = re.sub(r"^(?:in|on|at|by|to|from|for|of) ", "", answer)
    elif found.group("word").lower() in ("when", "where"):
        answer = _adverb(found.group("word").lower(), "", [], answer)
    return before + _counted(found.group("word").lower(), found.group("noun").strip(), answer)


def _counted(word: str, noun: str, answer: str) -> str:
    if word == "how many" and noun and not answer.lower().endswith(noun.lower().split()[-1]):
        return f"{answer} {noun}"
    return answer


def _led(lead: re.Match, words: list[str], answer: str, verbs: Verbs, negate: bool) -> str | None:
    word, before = lead.group("word").lower(), (lead.group("before") or "").lower()
    noun: list[str] = []
    if word in ("what", "which", "whose", "how many", "how much", "how"):
        at = _verb_after_noun(words, verbs)
        if at is None:
            return None
        noun, words = words[:at], words[at:]
    if not words:
        return None
    phrase = _counted(word, " ".join(noun), answer)
    first, rest = words[0].lower(), words[1:]
    if word in ("when", "where", "why") or (word == "how" and not noun) or before:
        adverb = _adverb(word, before, noun, phrase)
    elif word in ("what", "which") and noun and noun[-1].lower() in _TIMES and first in _AUXILIARY:
        adverb = _adverb("when", "", noun, phrase)
    elif word in ("how long", "how often", "how far", "how old", "how"):
        adverb = phrase
    else:
        adverb = None
    if first not in _AUXILIARY:
        if adverb is not None:
            return None
        base = verbs.base(first)
        return f"{phrase} did not {base} {' '.join(rest)}" if negate and base else f"{phrase} {' '.join(words)}"
    if adverb is None and not _inverted(first, rest, verbs):
        return f"{phrase} {first}{' not' if negate else ''} {' '.join(rest)}"
    return _straight(first, rest, phrase, adverb, verbs, negate)


def _verb_after_noun(words: list[str], verbs: Verbs) -> int | None:
    """Where the noun after "what", "which" or "how many" ends: at the first auxiliary or finite verb."""
    for i, word in enumerate(words[:8]):
        low = word.lower()
        if low in _AUXILIARY:
            return i
        finite = low.endswith(("ed", "s")) or verbs.base(low) != low
        if i and low == word and finite and verbs.likely(low) > 0.5 and words[i - 1].lower() not in _DETERMINERS:
            if low.endswith("s") and not low.endswith("ss") and i + 1 < len(words) and words[i + 1].lower() in _AUXILIARY:
                continue
            return i
        if i == 0 and low == word and finite and verbs.likely(low) > 0.6:
            return i
    return None


def _inverted(auxiliary: str, rest: list[str], verbs: Verbs) -> bool:
    """Whether the subject follows the auxiliary: "what is X called", but not "what is used for X"."""
    if auxiliary in _DO:
        return True
    if not rest:
        return False
    low = rest[0].lower()
    if auxiliary in _OTHER:
        return low in _DETERMINERS | _PRONOUNS or rest[0][0].isupper() or verbs.likely(low) < 0.4
    if rest[-1].lower() in _PREPOSITIONS:
        return True
    if low in _PRONOUNS:
        return True
    if low in _DETERMINERS or rest[0][0].isupper() or low.endswith("'s"):
        at = _main_verb(rest, auxiliary, verbs)
        return at is not None and at >= len(rest) - 3 and rest[at].lower() not in _PREPOSITIONS
    return False


def _main_verb(words: list[str], auxiliary: str, verbs: Verbs) -> int | None:
    """Where the subject ends and the verb stands."""
    best, score = None, 0.25
    for i in range(1, len(words)):
        word, before = words[i], words[i - 1].lower()
        if word != word.lower() or before in _DETERMINERS or (before in _PREPOSITIONS and before != "to"):
            continue
        base = verbs.base(word)
        if base is None:
            continue
        if auxiliary in _BE:
            fits = word.endswith(("ed", "ing")) or (base != word and not word.endswith("s"))
            fits = fits or word in ("set", "put", "cut", "hit", "born", "known", "split", "cast", "built", "made")
        elif auxiliary in ("has", "had", "have"):
            fits = word.endswith("ed") or (base != word and not word.endswith(("s", "ing"))) or word in ("been", "become")
        else:
            fits = base == word
        if not fits or before == "to":
            continue
        likely = 0.9 if word in ("be", "been", "born", "known") else verbs.likely(word)
        if likely > score + 0.15:
            best, score = i, likely
    return best


def _straight(auxiliary: str, rest: list[str], phrase: str, adverb: str | None, verbs: Verbs, negate: bool) -> str | None:
    at = _main_verb(rest, auxiliary, verbs)
    if at is None:
        if auxiliary in _DO or not rest:
            return None
        if rest[-1].lower() in _PREPOSITIONS:
            rest, phrase = rest[:-1], f"{rest[-1]} {_without_same(rest[-1], phrase)}"
        ends = [i for i in range(1, len(rest)) if rest[i].lower() in _PREPOSITIONS - {"of"}]
        end = ends[0] if ends else len(rest)
        said = phrase if adverb is None or adverb.split()[0] == "in" and phrase.split()[0] in _PREPOSITIONS else adverb
        return f"{' '.join(rest[:end])} {auxiliary}{' not' if negate else ''} {said} {' '.join(rest[end:])}"
    subject, verb, after = " ".join(rest[:at]), rest[at], rest[at + 1 :]
    if negate:
        verb = f"{auxiliary} not {verb}"
    elif auxiliary == "did":
        verb = verbs.past(verb)
    elif auxiliary == "does":
        verb = verbs.third(verb)
    elif auxiliary != "do":
        verb = f"{auxiliary} {verb}"
    if adverb is not None:
        return f"{subject} {verb} {' '.join(after)} {adverb}"
    if after and after[-1].lower() in _PREPOSITIONS:
        return f"{subject} {verb} {' '.join(after)} {_without_same(after[-1], phrase)}"
    if after and after[0].lower() == "to" and len(after) > 1:  # "what is X said to have": the last verb has the object
        return f"{subject} {verb} {' '.join(after)} {phrase}"
    return f"{subject} {verb} {phrase} {' '.join(after)}"


def _without_same(preposition: str, phrase: str) -> str:
    start = preposition.lower() + " "
    return phrase[len(start) :] if phrase.lower().startswith(start) else phrase


def _adverb(word: str, before: str, noun: list[str], phrase: str) -> str:
    first = phrase.split()[0].lower()
    if first in _PREPOSITIONS or first in ("because", "due", "when", "where", "while", "if", "so"):
        return phrase
    if before:
        return f"{before} {phrase}"
    if word == "when":
        if re.match(rf"(?:{_MONTH} \d{{1,2}}\b|\d{{1,2}} {_MONTH})", phrase):
            return f"on {phrase}"
        return f"in {phrase}" if re.match(rf"(?:{_MONTH}|\d{{3,4}}|the \d)", phrase) else phrase
    if word == "where":
        return f"in {phrase}"
    if word == "why":
        return phrase if first == "to" else f"because of {phrase}" if len(phrase.split()) < 6 else f"because {phrase}"
    return f"by {phrase}" if word == "how" and not noun else phrase


def adverb_of(question: str, answer: str) -> str | None:
    """What an answer to when, where, why or how adds to a statement: "in 1955"; None for other questions."""
    lead = _LEAD.match(question)
    word = lead.group("word").lower() if lead else ""
    answer = answer.strip().rstrip(".,;")
    if word not in ("when", "where", "why", "how") or not 0 < len(answer.split()) < 10:
        return None
    if word == "how" and question.split()[1].lower() not in _AUXILIARY:
        return None
    made = _adverb(word, "", [], answer)
    made = made[0].lower() + made[1:] if made.split()[0] in ("In", "On", "At", "By", "For", "After", "To") else made
    return made if made.split()[0] in _PREPOSITIONS | {"because", "due", "when"} else None
