"""python3 -m unittest discover -s src/training"""

import random
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from documents import GREETED, greeted, heading, mentions, page, to_you

TEXT = (
    "Acme Works was founded in Oslo in 1904. Acme Works's first mill stood near Acme Works Hall. In 1950 the owners"
    " of Acme Works had to sell the mill to Ann Low for 90,000 crowns."
)
ANSWER = TEXT.index("Ann Low"), TEXT.index("Ann Low") + len("Ann Low")


class PageTest(unittest.TestCase):
    def pages(self, may_speak: bool = True):
        return [page(TEXT, ANSWER, "Acme Works", may_speak, random.Random(seed)) for seed in range(200)]

    def test_the_answer_is_where_it_is_said_to_be(self):
        for found in self.pages():
            self.assertEqual(found.text[slice(*found.answer)], "Ann Low")

    def test_the_title_stands_above(self):
        self.assertTrue(all(found.front.startswith("Acme Works. ") for found in self.pages()))

    def test_a_pronoun_takes_the_place_of_the_subject_but_not_of_longer_names(self):
        texts = {found.text for found in self.pages(may_speak=False)}
        self.assertTrue(any(t.startswith("It was founded in Oslo in 1904. Its first mill stood near Acme") for t in texts))
        self.assertTrue(any("the owners of it had to sell" in t for t in texts))
        self.assertTrue(all("Acme Works Hall" in t for t in texts))

    def test_only_a_subject_that_is_asked_says_we(self):
        spoken = [found for found in self.pages() if found.own_voice]
        self.assertTrue(spoken)
        self.assertTrue(all("We were founded in Oslo" in found.text and "Our first mill" in found.text for found in spoken))
        self.assertFalse(any(found.own_voice for found in self.pages(may_speak=False)))

    def test_some_are_lists_below_a_heading(self):
        pages = self.pages()
        self.assertTrue(any("\n- In 1950" in found.text or "\n2. " in found.text for found in pages))
        self.assertTrue(any(len(found.front) > len("Acme Works. ") for found in pages))
        self.assertEqual(heading("12 34", random.Random(1)), "")

    def test_what_has_no_answer_has_none_after(self):
        self.assertIsNone(page(TEXT, None, "Acme Works", True, random.Random(1)).answer)


class QuestionTest(unittest.TestCase):
    def test_the_subject_is_asked(self):
        self.assertEqual(to_you("When was Acme Works founded?", "Acme Works"), "When were you founded?")
        self.assertEqual(to_you("Where is Acme Works's first mill?", "Acme Works"), "Where is your first mill?")
        self.assertEqual(to_you("Who owns Acme Works Hall?", "Acme Works"), "Who owns Acme Works Hall?")
        self.assertEqual(to_you("What does the Nile carry?", "Nile"), "What do you carry?")

    def test_people_are_named_by_their_last_name_too(self):
        text = "Ada Low wrote. Low then left; Jim Low stayed."
        self.assertEqual([text[slice(*spot)] for spot in mentions(text, "Ada Low")], ["Ada Low", "Low"])

    def test_a_few_are_greeted(self):
        asked = [greeted("Who came?", random.Random(seed)) for seed in range(2000)]
        changed = [q for q in asked if q != "Who came?"]
        self.assertTrue(all("who came" in q.lower() for q in changed))
        self.assertAlmostEqual(len(changed) / len(asked), GREETED, delta=0.015)


if __name__ == "__main__":
    unittest.main()
