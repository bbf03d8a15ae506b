"""Writes the questions that confidence is learnt from and measured on: as they were asked, as people would type
them, and twisted so that their passage no longer answers.

    python3 confidence.py train squad1-train.jsonl.gz EVAL-FOLDER questions.jsonl [COUNT]
    python3 confidence.py test  squad1-train.jsonl.gz EVAL-FOLDER questions.jsonl

`train`: COUNT questions of the articles that are kept from the reader's training for this (a tenth, by the CRC-32 of
their names). `test`: those of EVAL-FOLDER/questions.jsonl. One JSON object a line: article, paragraph, question,
answers, typed (how it might be typed), twisted and unseen (twisted by rules the reader has and has not learnt from;
null where no rule fits)."""

import json
import random
import sys
from pathlib import Path

import squad
import variants
from twist import Around, Twister, names


def typed(question: str, rng: random.Random) -> str:
    way = rng.random()
    if way < 0.3:
        return variants.unmarked(question).lower()
    if way < 0.55:
        return variants.unmarked(variants.misspelt(question, rng)).lower()
    if way < 0.75:
        return variants.misspelt(question, rng)
    return (variants.keywords(question, rng) or question).lower()


def main(kind: str, data: str, folder: str, target: str, count: int = 1000) -> None:
    tested = {p.stem for p in Path(folder, "documents").glob("*.md")}
    rng = random.Random(7)
    articles = squad.read(data)
    used = [a for a in articles if (a.slug in tested) == (kind == "test")]
    if kind == "train":
        used = [a for a in used if squad.kept_apart(a.slug)]
    every = [n for a in articles for n in names(a.paragraphs[0].text)]
    twisters = {"twisted": Twister(True), "unseen": Twister(False)}
    lines = []
    asked = {}
    for line in Path(folder, "questions.jsonl").read_text(encoding="utf-8").splitlines():
        asked[json.loads(line)["question"]] = True
    share = min(1.0, 1.3 * count / sum(len(p.questions) for a in used for p in a.paragraphs))
    for article in used:
        inside = sorted({n for p in article.paragraphs for n in names(p.text)})
        for number, paragraph in enumerate(article.paragraphs):
            for question in paragraph.questions:
                if question.text not in asked if kind == "test" else rng.random() > share:
                    continue
                around = Around(paragraph.text, inside, every)
                lines.append(
                    {
                        "article": article.slug,
                        "paragraph": number,
                        "question": question.text,
                        "answers": question.answers,
                        "typed": typed(question.text, rng),
                        **{k: t.twist(question.text, around, rng) for k, t in twisters.items()},
                    }
                )
    rng.shuffle(lines)
    lines = lines[:count] if kind == "train" else lines
    with open(target, "w", encoding="utf-8") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    print(f"{len(used)} articles, {len(lines)} questions,", end=" ")
    print(*(f"{sum(q[k] is not None for q in lines)} {k}" for k in ("twisted", "unseen")))


if __name__ == "__main__":
    main(*sys.argv[1:5], *map(int, sys.argv[5:]))
