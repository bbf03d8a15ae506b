package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.Sentence;
import coalition.document.Span;
import coalition.model.SpanLogits;
import coalition.model.SpanModel;
import coalition.retrieval.Passage;
import coalition.retrieval.SentenceScore;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeuralReaderTest {
    private static final String TEXT = "Ann left. In May Bob came.";
    private static final int[] STARTS = {0, 4, 10, 13, 17, 21};
    private static final int[] ENDS = {3, 8, 12, 16, 20, 25};

    @Test
    void givesTheBestWordsInDocumentOffsets() {
        Reading reading = read(logits(new float[] {0, 0, 6, 1, 0, 0}, new float[] {0, 0, 0, 6, 0, 0}, 0));
        assertThat(reading.words()).hasValue(new Span(110, 116));
        assertThat(reading.margin()).isCloseTo(12, within(1e-6));
    }

    @Test
    void marksWholeWordsOnly() {
        float[] sure = {6};
        Reading reading = read(new SpanLogits(new int[] {22}, new int[] {24}, sure, sure, 0, OptionalDouble.empty()));
        assertThat(reading.words()).hasValue(new Span(121, 125));
    }

    @Test
    void sharesTheProbabilityAmongSentences() {
        Reading reading = read(logits(new float[] {0, 0, 6, 1, 0, 0}, new float[] {0, 0, 0, 6, 0, 0}, 0));
        assertThat(reading.sentences().get(1)).isGreaterThan(.95);
        assertThat(reading.sentences().stream().mapToDouble(s -> s).sum()).isCloseTo(reading.answers(), within(1e-9));
    }

    @Test
    void findsNoWordsThatCrossFromOneItemToTheNext() {
        SpanLogits logits = logits(new float[] {0, 6, 0, 0, 0, 5}, new float[] {0, 0, 0, 0, 0, 6}, 0);
        assertThat(read(logits, "Ann left.\n-  May Bob came.", 0, 9, 13, 26).words())
                .hasValue(new Span(121, 125));
    }

    @Test
    void findsWordsThatGoOnInTheNextSentence() {
        SpanLogits logits = logits(new float[] {0, 6, 0, 0, 0, 5}, new float[] {0, 0, 0, 0, 0, 6}, 0);
        assertThat(read(logits).words()).hasValue(new Span(104, 125));
    }

    @Test
    void neverEndsBeforeItStarts() {
        Reading reading = read(logits(new float[] {0, 0, 0, 0, 0, 6}, new float[] {6, 0, 0, 0, 0, 0}, 0));
        assertThat(reading.words().orElseThrow().length()).isPositive();
    }

    @Test
    void answersLittleWhereNoAnswerIsLikelier() {
        Reading reading = read(logits(new float[6], new float[6], 12));
        assertThat(reading.answers()).isLessThan(.01);
        assertThat(reading.margin()).isCloseTo(-12, within(1e-6));
    }

    @Test
    void believesTheHeadThatSaysWhetherItAnswers() {
        SpanLogits plain = logits(new float[6], new float[6], 0);
        Reading reading = read(new SpanLogits(
                plain.starts(), plain.ends(), plain.start(), plain.end(), plain.none(), OptionalDouble.of(0)));
        assertThat(reading.answers()).isEqualTo(.5);
    }

    @Test
    void namesNothingInAPassageWithoutWords() {
        Reading reading =
                read(new SpanLogits(new int[0], new int[0], new float[0], new float[0], 0, OptionalDouble.empty()));
        assertThat(reading).isEqualTo(new Reading(0, List.of(0d, 0d), java.util.Optional.empty(), 0));
    }

    @Test
    void readsThePassageBelowTitleAndHeading() {
        List<String> read = new ArrayList<>();
        SpanModel model = (question, passages) -> {
            read.addAll(passages);
            return List.of(below("Who's who. Staff? ", logits(new float[6], new float[6], 0)));
        };

        new NeuralReader(model).read("Who left?", List.of(passage("Who's who", List.of("People", "Staff?"))));

        assertThat(read).containsExactly("Who's who. Staff? " + TEXT);
    }

    @Test
    void findsNoWordsInTheTitle() {
        float[] first = {9, 9, 0, 0, 0, 0};
        SpanModel model = (question, passages) -> List.of(new SpanLogits(
                new int[] {0, 3, 9, 13, 17, 21},
                new int[] {2, 7, 11, 16, 20, 25},
                first,
                first,
                0,
                OptionalDouble.empty()));

        Reading reading = new NeuralReader(model)
                .read("Who left?", List.of(passage("Ann left", List.of())))
                .getFirst();

        assertThat(reading.words().orElseThrow().start()).isGreaterThanOrEqualTo(100);
    }

    /** As a model reads the passage's pieces where other words stand above them. */
    private static SpanLogits below(String head, SpanLogits logits) {
        int length = head.length();
        return new SpanLogits(
                IntStream.of(logits.starts()).map(i -> i + length).toArray(),
                IntStream.of(logits.ends()).map(i -> i + length).toArray(),
                logits.start(),
                logits.end(),
                logits.none(),
                logits.answers());
    }

    private static SpanLogits logits(float[] start, float[] end, float none) {
        return new SpanLogits(STARTS, ENDS, start, end, none, OptionalDouble.empty());
    }

    /** Of two sentences at these places of a text of its own. */
    private static Reading read(SpanLogits logits, String text, int start, int end, int next, int last) {
        SpanModel model = (question, passages) -> List.of(
                below(passages.getFirst().substring(0, passages.getFirst().length() - text.length()), logits));
        Chunk chunk = new Chunk(
                new DocumentId("a.md"),
                "0123456789abcdef",
                0,
                "A",
                List.of(),
                0,
                new Span(100, 100 + text.length()),
                text,
                List.of(
                        new Sentence(new Span(100 + start, 100 + end), text.substring(start, end)),
                        new Sentence(new Span(100 + next, 100 + last), text.substring(next, last))));
        SentenceScore near = new SentenceScore(.5, .5);
        return new NeuralReader(model)
                .read("when?", List.of(new Passage(chunk, 1, .5, .5, List.of(near, near))))
                .getFirst();
    }

    private static Reading read(SpanLogits logits) {
        SpanModel model = (question, passages) -> List.of(
                below(passages.getFirst().substring(0, passages.getFirst().length() - TEXT.length()), logits));
        return new NeuralReader(model)
                .read("when?", List.of(passage("A", List.of())))
                .getFirst();
    }

    private static Passage passage(String title, List<String> headings) {
        Chunk chunk = new Chunk(
                new DocumentId("a.md"),
                "0123456789abcdef",
                0,
                title,
                headings,
                0,
                new Span(100, 100 + TEXT.length()),
                TEXT,
                List.of(
                        new Sentence(new Span(100, 109), TEXT.substring(0, 9)),
                        new Sentence(new Span(110, 126), TEXT.substring(10))));
        SentenceScore near = new SentenceScore(.5, .5);
        return new Passage(chunk, 1, .5, .5, List.of(near, near));
    }
}
