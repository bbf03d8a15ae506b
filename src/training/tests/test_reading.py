"""python3 -m unittest discover -s src/training"""

import random
import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parents[1]))

import squad
from examples import Pools, window, without_answer
from export import export
from model import Reader, batch, decode, first, load_weights, rounded_inputs, rounded_weights
from prepare import Asked, Passage, Prepared, passage_of, _place
from twist import Around, Twister, names
from variants import keywords, misspelt, to_confirm
from wordpiece import CLS, SEP, UNKNOWN, WordPiece

PIECES = "the cafe ##s open ##ed in 19 ##12 , 日 本 rene ' s . it closed".split()
TOKENIZER = WordPiece({piece: 1000 + i for i, piece in enumerate(PIECES)})


class WordPieceTest(unittest.TestCase):
    def test_offsets_point_into_the_text_despite_accents_and_case(self):
        text = "The Cafés  opened, in 1912"
        ids, offsets = TOKENIZER.encode(text)
        parts = [text[b:e] for b, e in offsets]
        self.assertEqual(parts, ["The", "Café", "s", "open", "ed", ",", "in", "19", "12"])
        self.assertNotIn(UNKNOWN, ids)

    def test_combining_marks_belong_to_no_piece_of_their_own(self):
        text = "Rene\u0301's"
        ids, offsets = TOKENIZER.encode(text)
        self.assertEqual(len(ids), 3)
        self.assertEqual(text[offsets[2][0] : offsets[2][1]], "s")

    def test_ideographs_stand_alone_and_strange_words_are_unknown(self):
        self.assertEqual(len(TOKENIZER.encode("日本")[0]), 2)
        self.assertEqual(TOKENIZER.encode("qwxyz")[0], [UNKNOWN])

    def test_nothing_comes_of_blank_text(self):
        self.assertEqual(TOKENIZER.encode(" \n\t"), ([], []))


class DecodeTest(unittest.TestCase):
    def test_picks_the_best_pair_in_order_and_compares_it_with_none(self):
        start, end = np.zeros(10), np.zeros(10)
        start[6], end[4], end[7], start[0], end[0] = 5, 6, 3, 1, 1
        reading = decode(start, end, 0.5, 3, 6)
        self.assertEqual((reading.start, reading.end), (3, 4))
        self.assertAlmostEqual(reading.margin, 6)

    def test_mass_and_no_answer_add_up_to_one(self):
        rng = np.random.default_rng(1)
        reading = decode(rng.normal(size=12), rng.normal(size=12), 0, 4, 7)
        self.assertEqual(len(reading.mass), 7)
        self.assertLess(reading.mass.sum(), 1)
        self.assertGreater(reading.mass.sum(), 0)

    def test_batch_lays_out_question_and_passage(self):
        b = batch([(np.array([5, 6]), np.array([7, 8, 9])), (np.array([5]), np.array([7]))])
        self.assertEqual(b.ids[0].tolist(), [CLS, 5, 6, SEP, 7, 8, 9, SEP])
        self.assertEqual(b.types[0].tolist(), [0, 0, 0, 0, 1, 1, 1, 1])
        self.assertEqual(b.mask[1].tolist(), [1] * 5 + [0] * 3)
        self.assertEqual(first([5, 6]), 4)


class PassageTest(unittest.TestCase):
    text = "The cafe opened in 1912. It closed in 19. The cafe opened."

    def setUp(self):
        self.passage = passage_of(self.text, 0, False, TOKENIZER)
        question = squad.Question("When?", ("19",), self.text.index("19."))
        start, end = _place(question, self.passage, len)
        self.asked = Asked("When?", ("19",), 0, start, end, False)

    def test_the_answer_is_found_in_pieces(self):
        place = slice(self.passage.begins[self.asked.start], self.passage.ends[self.asked.end])
        self.assertEqual(self.text[place], "19")

    def test_windows_are_whole_sentences_with_the_answer(self):
        for seed in range(50):
            low, high = window(self.passage.cuts, 10, 10, random.Random(seed))
            self.assertIn(low, self.passage.cuts)
            self.assertIn(high, self.passage.cuts)
            self.assertTrue(low <= 10 < high)

    def test_a_sentence_too_long_is_cut_around_the_answer(self):
        cuts = np.array([0, 900])
        for seed in range(50):
            low, high = window(cuts, 700, 705, random.Random(seed))
            self.assertTrue(0 <= low <= 700 and 705 < high <= 900)

    def test_nothing_is_removed_where_the_rest_still_answers(self):
        self.assertIsNone(without_answer(self.passage, self.asked))


class TwistTest(unittest.TestCase):
    around = Around("Ann Lee met Bob Ray in Oslo in 1950.", ["Carl Fox", "Rome"], ["Dora Elm"])

    def test_every_twist_changes_the_question(self):
        question = "When did Ann Lee first meet Bob Ray in 1950?"
        rng = random.Random(3)
        twists = {Twister().twist(question, self.around, rng) for _ in range(60)}
        self.assertGreater(len(twists), 10)
        self.assertNotIn(question, twists)

    def test_nothing_to_twist_gives_nothing(self):
        self.assertIsNone(Twister(seen=False).twist("why?", self.around, random.Random(1)))

    def test_rules_to_measure_by_use_other_words(self):
        seen, unseen = Twister(True), Twister(False)
        pairs = {(a, b) for a, others in seen._opposites.items() for b in others}
        others = {(a, b) for a, them in unseen._opposites.items() for b in them}
        self.assertFalse(pairs & others)

    def test_names_are_not_the_first_words_of_sentences(self):
        text = "In Rome Ann Q. Lee's ship came. However it rained. The Red Cross of Oslo. In May."
        self.assertEqual(names(text), ["Rome Ann Q. Lee", "Red Cross of Oslo"])


class VariantTest(unittest.TestCase):
    def test_keywords_drop_the_small_words(self):
        self.assertIn("cafe opened", keywords("When was the cafe opened?", random.Random(1)))

    def test_slips_keep_the_length_within_two(self):
        text = "Which building opened yesterday?"
        for seed in range(30):
            self.assertLessEqual(abs(len(misspelt(text, random.Random(seed))) - len(text)), 2)

    def test_answers_are_put_into_yes_or_no_questions(self):
        self.assertEqual(to_confirm("When was it built?", "1850"), "Was it built in 1850?")
        self.assertEqual(to_confirm("Who was the king?", "Olaf"), "Was Olaf the king?")
        self.assertIsNone(to_confirm("Why did it close?", "rain"))


class MeasureTest(unittest.TestCase):
    def test_exact_match_ignores_articles_and_case(self):
        self.assertEqual(squad.exact_and_f1("the Red Cross", ["red cross"]), (1.0, 1.0))

    def test_a_sentence_holds_whole_words_only(self):
        self.assertTrue(squad.holds("Built in 1850, it fell.", ["1850"]))
        self.assertFalse(squad.holds("Built in 18501.", ["1850"]))

    def test_auroc_counts_ties_half(self):
        self.assertEqual(squad.auroc([1, 2], [0, 1]), 0.875)


class ExportTest(unittest.TestCase):
    def test_an_exported_file_can_be_learnt_from_again(self):
        with tempfile.TemporaryDirectory() as folder:
            target, written, read = Path(folder, "reader.onnx"), Reader(), Reader()
            for _, parameter in written.trained():  # like ones would be stored once
                torch.nn.init.normal_(parameter, std=0.05)
            export(written, target)
            load_weights(read, target)
            for (name, ours), (_, theirs) in zip(written.trained(), read.trained()):
                step = float(ours.abs().max()) / 63
                self.assertLessEqual(float((ours - theirs).detach().abs().max()), step, name)


class RoundingTest(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(1)

    def test_weights_take_the_steps_that_are_stored(self):
        matrix = torch.randn(4, 500, requires_grad=True)
        rounded = rounded_weights(matrix)
        for row, before in zip(rounded.detach(), matrix.detach()):
            self.assertLessEqual(len(row.unique()), 127)
            self.assertLessEqual(float((row - before).abs().max()), float(before.abs().max()) / 63 / 2 + 1e-6)
        (rounded * 3).sum().backward()
        self.assertTrue(torch.equal(matrix.grad, torch.full_like(matrix, 3)))

    def test_what_they_meet_has_256_steps_a_pair_and_keeps_nothing_as_nothing(self):
        x = torch.randn(3, 40, 16)
        x[:, 0] = 0
        x[1] *= 100
        rounded = rounded_inputs(x)
        self.assertTrue(torch.equal(rounded[:, 0], x[:, 0]))
        for pair, before in zip(rounded, x):
            self.assertLessEqual(len(pair.unique()), 256)
            self.assertLessEqual(float((pair - before).abs().max()), float(before.max() - before.min()) / 255)

    def test_a_reader_rounds_only_while_it_is_told_to(self):
        reader = Reader()
        pairs = batch([(np.array([2000, 2001]), np.array([3000, 3001, 3002]))])
        with torch.no_grad():
            before = reader.read(pairs)[0]
            reader.round(True)
            during = reader.read(pairs)[0]
            reader.round(False)
            self.assertFalse(torch.equal(before, during))
            self.assertTrue(torch.allclose(before, during, atol=0.1))
            self.assertTrue(torch.equal(before, reader.read(pairs)[0]))


class KeptApartTest(unittest.TestCase):
    def test_questions_of_articles_kept_apart_are_never_learnt_from(self):
        titles = [f"Article {i}" for i in range(200)]
        apart = {t for t in titles if squad.kept_apart(squad.slug(t))}
        self.assertTrue(5 < len(apart) < 50)
        passages = [
            Passage("it closed", i, *map(np.array, ([1000], [0], [2], [0, 1])), False)
            for i in range(200)
        ]
        asked = [Asked(f"? {t}", ("it",), i, 0, 0, False) for i, t in enumerate(titles)]
        learnt = Pools(Prepared(titles, [], passages, asked, TOKENIZER), 16, 1)._questions("near", 0, 400)
        self.assertEqual({q.text[2:] for q in learnt}, set(titles) - apart)


if __name__ == "__main__":
    unittest.main()
