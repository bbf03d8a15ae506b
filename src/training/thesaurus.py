"""Writes the thesaurus that the checks on a language model's sentences use.

    python3 thesaurus.py WORDNET TOKENIZER PAIRS OUT

WORDNET: the folder of WordNet 3.0's database files (Debian: package wordnet-base, /usr/share/wordnet).
TOKENIZER: all-minilm-l6-v2-tokenizer.json; only words it has in one piece are taken, which leaves out rare ones.
PAIRS: lines of two words, from the test class coalition.answer.LearnedPairs.
OUT: lines of `= words that share a meaning`, `~ word derived-word`, `^ word wider-word`, `! word opposite`.

A word stands only for its commonest senses, by WordNet's order of them.
"""
import collections
import json
import os
import re
import sys

PARTS = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SENSES = 4  # of synonyms and derivations
FIRST = 2  # of words that are like, or wider


def read(folder):
    """Ranks of each word's senses by (part of speech, word), and what each sense holds and points to."""
    ranks, senses = collections.defaultdict(dict), {}
    for name, part in PARTS.items():
        with open(os.path.join(folder, "index." + name), encoding="ascii") as lines:
            for line in lines:
                if line.startswith(" "):
                    continue
                cells = line.split()
                for rank, place in enumerate(cells[6 + int(cells[3]) :]):
                    ranks[part, cells[0]][int(place)] = rank
        with open(os.path.join(folder, "data." + name), encoding="ascii") as lines:
            for line in lines:
                if line.startswith(" "):
                    continue
                cells = line.split(" | ")[0].split()
                count = int(cells[3], 16)
                words = [re.sub(r"\(.*", "", cells[4 + 2 * i]) for i in range(count)]
                at = 5 + 2 * count
                pointers = [cells[at + 4 * i : at + 4 * i + 4] for i in range(int(cells[at - 1]))]
                senses[part, int(cells[0])] = words, pointers
    return ranks, senses


class Extract:
    def __init__(self, folder, vocabulary):
        self.ranks, self.senses = read(folder)
        self.vocabulary = vocabulary
        self.same, self.derived, self.wider, self.opposite = set(), set(), set(), set()
        for (part, place), (words, pointers) in self.senses.items():
            taken = {w for w in words if self.takes(part, w, place, SENSES)}
            if len(taken) > 1:
                self.same.add(tuple(sorted(taken)))
            for sign, target, kind, ends in pointers:
                self.point(part, place, words, sign, "a" if kind == "s" else kind, int(target), ends)

    def common(self, word):
        forms = (word, word + "s", word + "ed")
        return re.fullmatch("[a-z]{3,}", word) and any(f in self.vocabulary for f in forms)

    def takes(self, part, word, place, most):
        return self.common(word) and self.ranks[part, word].get(place, 99) < most

    def point(self, part, place, words, sign, kind, target, ends):
        there = self.senses.get((kind, target), ([], []))[0]
        source, end = int(ends[:2], 16), int(ends[2:], 16)
        if source and end and end <= len(there):
            one, other = words[source - 1], there[end - 1]
            if not (self.common(one) and self.common(other)):
                return
            if sign in ("+", "\\") and self.takes(part, one, place, SENSES):
                self.derived.add(tuple(sorted((one, other))))
            if sign == "!" and part in "arv":
                self.opposite.add(tuple(sorted((one, other))))
        like = (sign == "&" and part == "a") or (sign == "$" and part == "v")
        if like or sign == "@":
            for one in words:
                for other in there:
                    if one != other and self.takes(part, one, place, FIRST) and self.takes(kind, other, target, FIRST + 1):
                        (self.wider if sign == "@" else self.same).add((one, other))


def main(wordnet, tokenizer, pairs, out):
    with open(tokenizer, encoding="utf-8") as file:
        vocabulary = set(json.load(file)["model"]["vocab"])
    found = Extract(wordnet, vocabulary)
    with open(pairs, encoding="utf-8") as file:
        learned = {tuple(sorted(line.split()[:2])) for line in file}
    with open(out, "w", encoding="utf-8") as file:
        file.write("# Words that share a meaning (=), one derived from the other (~), the second wider (^), opposites (!).\n")
        file.write("# From WordNet 3.0, Copyright 2006 by Princeton University, all rights reserved; its licence is in\n")
        file.write("# thesaurus-licence.txt. The pairs after 'learned' come from questions and the sentences that answer them.\n")
        groups = ("=", found.same), ("~", found.derived), ("^", found.wider), ("!", found.opposite)
        for mark, lines in groups:
            file.writelines("%s %s\n" % (mark, " ".join(line)) for line in sorted(lines))
        file.write("# learned\n")
        file.writelines("= %s\n" % " ".join(line) for line in sorted(learned))


if __name__ == "__main__":
    main(*sys.argv[1:5])
