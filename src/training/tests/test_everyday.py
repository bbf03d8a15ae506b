"""python3 -m unittest discover -s src/training"""

import json
import random
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from everyday import LEARN, SURE, TEST, Everyday, faults, part_of
from examples import EVERYDAY, EVERYDAY_ABSENT, EVERYDAY_ELSEWHERE, Pools, ordinary
from prepare import Prepared
from wordpiece import WordPiece

SAUNA = (
    "## Opening\nThe sauna opens at 4 pm and closes at 9 pm. On Mondays it is closed for cleaning.\n\n## Children\n"
    "Under-16s may use it only with an adult. Towels can be borrowed at the desk for two euros, and the desk gives"
    " them back against the card that everybody gets on arrival and has to return on leaving.\n\n## Pool\n"
    "The pool is heated in winter. Nobody may dive, since it is shallow at both ends and the floor is of stone."
)
FERRY = SAUNA.replace("sauna", "ferry").replace("only with an adult", "free of charge").replace("4 pm", "5 am")
ASKED = [{"q": "can kids go in alone", "a": "only with an adult"}, {"q": "is there a shower", "a": None}]
WORDS = ["[UNK]", "[CLS]", "[SEP]"]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789.,-#?"
TOKENIZER = WordPiece({w: i + 100 for i, w in enumerate([*WORDS, *LETTERS, *("##" + c for c in LETTERS)])})


def titles(part: str, count: int) -> list[str]:
    return [t for t in (f"House {i}" for i in range(500)) if part_of(t) == part][:count]


class EverydayTest(unittest.TestCase):
    def setUp(self):
        folder = Path(tempfile.mkdtemp())
        one, other = titles(LEARN, 2)
        documents = [
            {"title": one, "text": SAUNA, "questions": ASKED},
            {"title": other, "text": FERRY, "questions": [{"q": "do kids pay", "a": "free of charge"}]},
            {"title": titles(TEST, 1)[0], "text": SAUNA, "questions": ASKED},
        ]
        (folder / "a.jsonl").write_text("\n".join(map(json.dumps, documents)))
        self.everyday = Everyday(folder, TOKENIZER)
        self.prepared = Prepared([], [], [], [], TOKENIZER)

    def text(self, ids) -> str:
        letters = {i: w.removeprefix("##") for w, i in TOKENIZER._vocabulary.items()}
        return "".join(letters[int(i)] for i in ids)

    def test_only_one_part_of_the_documents_is_read(self):
        self.assertEqual(len(self.everyday.titles), 2)
        parts = [part_of(f"House {i}") for i in range(2000)]
        for part, share in ((LEARN, 0.7), (SURE, 0.2), (TEST, 0.1)):
            self.assertAlmostEqual(parts.count(part) / 2000, share, delta=0.03)

    def test_the_answer_is_marked_below_title_and_heading(self):
        fronts = set()
        for seed in range(60):
            query = self.everyday.answered[0]
            example = ordinary(self.prepared, self.everyday, EVERYDAY, random.Random(seed), query)
            self.assertEqual(self.text(example.passage[example.start : example.end + 1]), "onlywithanadult")
            fronts.add(self.text(example.passage[:13]))
        self.assertTrue(any(front.startswith("house") for front in fronts))

    def test_what_does_not_answer_lacks_the_answer(self):
        for seed in range(60):
            query = self.everyday.answered[0]
            example = ordinary(self.prepared, self.everyday, EVERYDAY_ELSEWHERE, random.Random(seed), query)
            self.assertEqual((example.start, example.end), (-1, -1))
            self.assertNotIn("onlywithanadult", self.text(example.passage))
            self.assertGreater(len(example.passage), 5)
        absent = ordinary(self.prepared, self.everyday, EVERYDAY_ABSENT, random.Random(1))
        self.assertEqual((absent.start, absent.end), (-1, -1))

    def test_faults_are_named(self):
        document = {"title": "A", "text": SAUNA, "questions": [{"q": "a", "a": "closed"}, {"q": "a", "a": "snow"}]}
        found = " ".join(faults(document))
        for fault in ("twice", "'snow' stands 0 times"):
            self.assertIn(fault, found)
        self.assertEqual(faults({"title": "A", "text": SAUNA, "questions": ASKED}), [])

    def test_shares_add_up(self):
        pools = Pools(self.prepared, 16, 1, None, 0.3, None, self.everyday, 0.25)
        self.assertAlmostEqual(sum(pools._shares().values()), 1)
        self.assertAlmostEqual(sum(v for k, v in pools._shares().items() if k.startswith("everyday")), 0.25)


if __name__ == "__main__":
    unittest.main()
