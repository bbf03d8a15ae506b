package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import coalition.answer.Ranking.Candidate;
import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.Sentence;
import coalition.document.Span;
import coalition.retrieval.Passage;
import coalition.retrieval.SentenceScore;
import coalition.retrieval.TermStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentenceRankerTest {
    private static final TermStatistics WORDS = new TermStatistics() {
        @Override
        public List<String> terms(String text) {
            return List.of(text.toLowerCase(Locale.ROOT).split("\\W+"));
        }

        @Override
        public double idf(String term) {
            return 3;
        }
    };

    private final SentenceRanker ranker = new SentenceRanker(WORDS);

    @Test
    void ranksNothingWhereNothingWasFound() {
        assertThat(ranker.rank("who left?", List.of(), List.of())).isEqualTo(new Ranking(List.of(), 0));
    }

    @Test
    void prefersTheSentenceTheReaderPointsAt() {
        Passage passage = passage("Anna left in May.", "Bob stayed at home.");
        Ranking ranking = ranker.rank(
                "when did she leave?",
                List.of(passage),
                List.of(new Reading(.9, List.of(.05, .85), Optional.empty(), 3)));
        assertThat(ranking.candidates().getFirst().sentence()).isEqualTo(1);
    }

    @Test
    void givesTheWordsToTheSentenceTheyStartIn() {
        Passage passage = passage("Anna left in May.", "Bob stayed at home.");
        Span words = new Span(10, 16);
        Ranking ranking = ranker.rank(
                "when did Anna leave?",
                List.of(passage),
                List.of(new Reading(.9, List.of(.8, .1), Optional.of(words), 3)));
        assertThat(ranking.candidates())
                .filteredOn(c -> c.words().isPresent())
                .extracting(Candidate::sentence)
                .containsExactly(0);
    }

    @Test
    void probabilitiesSumToOne() {
        Passage passage = passage("Anna left in May.", "Bob stayed at home.", "Nobody else came.");
        Ranking ranking = ranker.rank("who came?", List.of(passage, passage), List.of());
        assertThat(ranking.candidates().stream()
                        .mapToDouble(Candidate::probability)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void isSurerWhereTheReaderIsSurer() {
        Passage passage = passage("Anna left in May.", "Bob stayed at home.");
        Reading sure = new Reading(.97, List.of(.95, .02), Optional.of(new Span(10, 16)), 8);
        Reading unsure = new Reading(.03, List.of(.02, .01), Optional.of(new Span(10, 16)), -6);
        assertThat(ranker.rank("when did Anna leave?", List.of(passage), List.of(sure))
                        .confidence())
                .isGreaterThan(ranker.rank("when did Anna leave?", List.of(passage), List.of(unsure))
                        .confidence());
    }

    @Test
    void refusesReadingsOfOtherPassages() {
        Passage passage = passage("Anna left in May.");
        Reading reading = new Reading(.5, List.of(.5), Optional.empty(), 0);
        assertThatThrownBy(() -> ranker.rank("who?", List.of(passage), List.of(reading, reading)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 readings for 1 passages");
    }

    private static Passage passage(String... texts) {
        String whole = String.join(" ", texts);
        List<Sentence> sentences = new ArrayList<>();
        List<SentenceScore> scores = new ArrayList<>();
        int at = 0;
        for (String text : texts) {
            sentences.add(new Sentence(new Span(at, at + text.length()), text));
            scores.add(new SentenceScore(.4, .3));
            at += text.length() + 1;
        }
        Chunk chunk = new Chunk(
                new DocumentId("a.md"),
                "0123456789abcdef",
                0,
                "A",
                List.of(),
                0,
                new Span(0, whole.length()),
                whole,
                sentences);
        return new Passage(chunk, .8, .4, .3, scores);
    }
}
