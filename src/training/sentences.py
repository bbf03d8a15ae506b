"""Makes false and joined sentences out of true ones, to measure the checks on a language model's sentences.

    python3 sentences.py DOCUMENTS HAND OUT

DOCUMENTS: a folder of Markdown articles (front matter with a title, paragraphs parted by empty lines).
HAND: lines of `article:paragraph|kind|sentence`, written by hand; kind `good` is true, all others are false.
OUT: writes OUT-dev.tsv and OUT-test.tsv (every second article each), lines of kind, passage(s), sentence, parted by tabs, for
the test class coalition.answer.VerificationFigures. No text of the articles belongs into the repository.
"""
import os
import random
import re
import sys

NUMBER = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?!\w)")
NAME = re.compile(r"(?<=[a-z,”\"] )[A-Z][\w'’é-]+(?: [A-Z][\w-]+)*")
BEING = re.compile(r"\b(is|was|were|are|has|had|can|could|will|may) (?!not\b)")
NEGATED = re.compile(r"\b(not|no|never|nobody|without|who|which|because|since|only|than)\b")
STOP = re.compile(r"(?<=[.!])\s+(?=[A-Z])")
TAILS = (
    ["because of rising costs", "after years of public debate", "which surprised many observers",
     "thanks to generous donations", "under pressure from the government", "for religious reasons"],
    ["owing to a shortage of funds", "amid fierce criticism in the press", "which turned out to be a mistake",
     "with money from private sponsors", "because of a scandal", "after a heated argument"],
)


def read(folder):
    articles = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            head, body = file.read().split("---\n", 2)[1:]
        title = head.split("title: ")[1].split("\n")[0]
        paragraphs = [re.sub(r"\s+", " ", p.strip()) for p in body.split("\n\n") if p.strip()]
        articles[name[:-3]] = (title, paragraphs)
    return articles


def other_number(chance, sentence, paragraph):
    found = list(NUMBER.finditer(sentence))
    if not found:
        return None
    old = chance.choice(found)
    others = [x for x in NUMBER.findall(paragraph) if x not in sentence]
    if others and chance.random() < .6:
        new = chance.choice(others)
    else:
        new = old.group()[:-1] + str((int(old.group()[-1]) + chance.choice([1, 2, 3, 5, 7])) % 10)
    return sentence[:old.start()] + new + sentence[old.end():]


def other_name(chance, sentence, paragraph, elsewhere):
    found = [m for m in NAME.finditer(sentence) if len(m.group()) > 3]
    others = sorted({x for x in NAME.findall(elsewhere) if len(x) > 4 and not any(w in paragraph for w in x.split())})
    if not found or not others:
        return None
    old = chance.choice(found)
    return sentence[:old.start()] + chance.choice(others) + sentence[old.end():]


def negated(sentence):
    verb = BEING.search(sentence)
    return None if not verb or NEGATED.search(sentence) else sentence[:verb.end()] + "not " + sentence[verb.end():]


def variants(chance, sentence, number, paragraphs, tails):
    paragraph = paragraphs[number]
    elsewhere = " ".join(p for i, p in enumerate(paragraphs) if i != number)
    strangers = [p for i, p in enumerate(paragraphs) if i != number and len(p) > 200]
    yield "auto-number", other_number(chance, sentence, paragraph), [paragraph]
    yield "auto-name", other_name(chance, sentence, paragraph, elsewhere), [paragraph]
    yield "auto-negated", negated(sentence), [paragraph]
    yield "added", sentence.rstrip(".") + " " + chance.choice(tails) + ".", [paragraph]
    if strangers:
        yield "unrelated", sentence, [chance.choice(strangers)]


def main(folder, hand, out):
    chance = random.Random(11)
    articles = read(folder)
    half = {name: i % 2 for i, name in enumerate(articles)}
    rows = ([], [])
    true = []

    def put(name, kind, sentence, passages):
        if sentence:
            titled = ["@%s@ %s" % (articles[name][0], p) for p in passages]
            rows[half[name]].append("\t".join([kind, *titled, sentence]))

    with open(hand, encoding="utf-8") as file:
        for line in file:
            place, kind, sentence = line.rstrip("\n").split("|")
            name, number = place.rsplit(":", 1)
            paragraphs = articles[name][1]
            put(name, kind, sentence, [paragraphs[int(number)]])
            if kind == "good":
                true.append((name, int(number), sentence))
                for made in variants(chance, sentence, int(number), paragraphs, TAILS[half[name]]):
                    put(name, *made)
    for i, (name, number, sentence) in enumerate(true):
        mates = [t for t in true if t[0] == name and t[1] != number]
        if i % 3 == 0 and mates:
            mate = chance.choice(mates)
            joined = sentence[:-1] + chance.choice([", and ", ", while ", "; "]) + mate[2]
            put(name, "joined-good", joined, [articles[name][1][number], articles[name][1][mate[1]]])
    for name, (_, paragraphs) in articles.items():
        for paragraph in chance.sample(paragraphs, min(6, len(paragraphs))):
            whole = [s for s in STOP.split(paragraph) if 40 < len(s) < 300 and re.search(r"[a-z]\.$", s)]
            if whole:
                put(name, "verbatim-good", chance.choice(whole), [paragraph])
    for suffix, lines in zip(("dev", "test"), rows):
        with open("%s-%s.tsv" % (out, suffix), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:4])
