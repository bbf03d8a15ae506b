"""python3 -m unittest discover -s src/training"""

import random
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[1]))

from claims import Claims, exchanged, kind_of
from examples import CLAIMS, Example, Pools
from prepare import Asked, Prepared, _place, passage_of
from rewording import Rewording, wider
from squad import Question
from statements import Verbs, adverb_of, state
from train import UNKNOWN, target
from wordpiece import WordPiece

COUNTS = {"begin": 9, "found": 9, "build": 9, "open": 5, "sell": 5, "name": 1, "play": 9, "work": 3, "buy": 5}
NOUNS = {"name": 20, "work": 5}
TEXT = "The old mill was built in 1850 by Ann Low. It was sold to Bob Hill in 1912, since the river fell."


def wordnet() -> Path:
    """A folder as WordNet's, with a few verbs."""
    folder = Path(tempfile.mkdtemp())
    (folder / "index.verb").write_text("  1 head\n" + "".join(f"{verb} v 1\n" for verb in sorted(COUNTS)))
    (folder / "verb.exc").write_text("began begin\nbegun begin\nbuilt build\nsold sell\nbought buy\n")
    rows = [f"{w}%2:30:00:: 1 {n}" for w, n in COUNTS.items()] + [f"{w}%1:10:00:: 1 {n}" for w, n in NOUNS.items()]
    (folder / "cntlist.rev").write_text("\n".join(rows) + "\n")
    return folder


VERBS = Verbs(wordnet())


class StatementTest(unittest.TestCase):
    def check(self, question: str, answer: str, statement: str | None, **options) -> None:
        self.assertEqual(state(question, answer, VERBS, **options), statement)

    def test_the_answer_takes_the_place_of_the_asking_words(self):
        self.check("Who founded the mill?", "Ann Low", "Ann Low founded the mill.")
        self.check("Which company sold the mill?", "Low & Sons", "Low & Sons sold the mill.")
        self.check("How many people worked there?", "forty", "Forty people worked there.")

    def test_subject_and_verb_change_back(self):
        self.check("When did the fair begin?", "1955", "The fair began in 1955.")
        self.check("When was the mill built?", "May 3, 1850", "The mill was built on May 3, 1850.")
        self.check("What did Ann Low buy in 1850?", "a mill", "Ann Low bought a mill in 1850.")
        self.check("What year did Ann Low open the mill?", "1850", "Ann Low opened the mill in 1850.")
        self.check("What is the mill named after?", "its founder", "The mill is named after its founder.")

    def test_the_asking_words_may_stand_last(self):
        self.check("The mill was built in what year?", "in 1850", "The mill was built in 1850.")

    def test_a_statement_can_be_denied(self):
        self.check("Who founded the mill?", "Ann", "Ann did not found the mill.", negate=True)
        self.check("When was the mill built?", "1850", "The mill was not built in 1850.", negate=True)

    def test_there_is_none_without_an_answer_or_a_form(self):
        self.check("Who founded the mill?", "", None)
        self.check("Name the founder of the mill", "Ann", None)

    def test_when_where_and_why_add_something_to_a_statement(self):
        self.assertEqual(adverb_of("When was it sold?", "1912"), "in 1912")
        self.assertIsNone(adverb_of("Who sold it?", "Ann"))


class ClaimsTest(unittest.TestCase):
    def setUp(self):
        tokenizer = WordPiece({piece: 1000 + i for i, piece in enumerate(set(TEXT.lower().split()))})
        passage = passage_of(TEXT, 0, False, tokenizer)
        asked = []
        for text, answer in (("When was the mill built?", "1850"), ("When was the mill sold?", "1912")):
            place = _place(Question(text, (answer,), TEXT.index(answer)), passage, lambda word: 1)
            asked.append(Asked(text, (answer,), 0, *place, False))
        thesaurus = Path(tempfile.mkdtemp()) / "thesaurus.txt"
        thesaurus.write_text("# head\n= found establish\n! sell buy\n")
        self.prepared = Prepared(["Mills"], [["Ann Low", "Bob Hill"]], [passage], asked, tokenizer)
        self.rewording = Rewording(thesaurus, VERBS)
        self.claims = Claims(self.prepared, VERBS, self.rewording)

    def test_false_statements_are_none_of_the_true_ones(self):
        true, false = set(), set()
        for seed in range(200):
            for asked in self.prepared.questions:
                for claim, found in ((self.claims.true, true), (self.claims.false, false)):
                    made = claim(asked, random.Random(seed))
                    found.update([made.text] if made else [])
        self.assertIn("The mill was built in 1850.", true)
        self.assertIn("The mill was built in 1912.", false)
        self.assertIn("The mill was not built in 1850.", false)
        self.assertEqual(true & false, set())

    def test_a_word_gives_way_to_one_of_its_meaning_in_its_form_or_to_its_opposite(self):
        rng = random.Random(1)
        self.assertEqual(self.rewording.reworded("Ann founded it.", rng), "Ann established it.")
        self.assertEqual(self.rewording.opposed("Ann sold it.", rng), "Ann bought it.")
        self.assertIsNone(self.rewording.opposed("Ann left it.", rng))

    def test_a_word_of_few_senses_gives_way_to_one_of_its_sense_or_to_a_wider_one(self):
        folder = wordnet()
        (folder / "data.noun").write_text(
            "  1 head\n00000001 05 n 02 cockerel 0 rooster 0 001 @ 00000002 n 0000 | a bird\n"
            "00000002 05 n 01 fowl 0 000 | a bird\n00000003 05 n 02 bank 0 slope 0 000 | a side\n"
        )
        (folder / "index.noun").write_text(
            "rooster n 1 1 @ 1 0 00000001\nbank n 9 0 9 0 " + " ".join(["00000003"] * 9) + "\n"
        )
        for part in ("verb", "adj"):
            (folder / f"data.{part}").write_text("")
        (folder / "index.verb").write_text("begin v 1 0 1 0 00000009\n")
        (folder / "index.adj").write_text("")
        self.assertEqual(wider(folder), {"rooster": {"cockerel", "fowl"}})
        thesaurus = folder / "thesaurus.txt"
        thesaurus.write_text("")
        asked = {Rewording(thesaurus, VERBS, folder).asked("Who keeps roosters?", random.Random(i)) for i in range(20)}
        self.assertEqual(asked, {"Who keeps cockerels?", "Who keeps fowls?"})

    def test_names_change_places_unless_they_are_the_same_thing(self):
        rng = random.Random(1)
        self.assertEqual(exchanged("Ann Low sued Bob Hill.", "Bob Hill", rng), "Bob Hill sued Ann Low.")
        self.assertIsNone(exchanged("Ann Low is Bob Hill.", "Bob Hill", rng))
        self.assertEqual([kind_of(a) for a in ("1850", "the Alps", "a mill")], ["number", "name", "other"])

    def test_a_share_of_the_pairs_are_statements(self):
        shares = Pools(self.prepared, 16, 1, self.claims, 0.5)._shares()
        self.assertAlmostEqual(sum(shares.values()), 1)
        self.assertAlmostEqual(sum(shares[kind] for kind in CLAIMS), 0.5)
        self.assertFalse(set(CLAIMS) & set(Pools(self.prepared, 16, 1)._shares()))

    def test_unknown_words_of_a_true_statement_are_not_learnt_as_none(self):
        pieces = np.zeros(4, np.int32)
        self.assertEqual([target(p, Example(pieces, pieces, 0, 0)) for p in (-2, -1, 3)], [UNKNOWN, 0, 9])


if __name__ == "__main__":
    torch.set_num_threads(1)
    unittest.main()
