package coalition.answer;

import coalition.document.Chunk;
import coalition.document.Sentence;
import coalition.document.Span;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Neighbouring sentences of one passage that are shown together.
 *
 * @param passage index of the passage
 * @param chunk the passage's chunk
 * @param first index of the first sentence
 * @param last index of the last sentence
 */
public record Run(int passage, Chunk chunk, int first, int last) {
    private static final Pattern BREAK = Pattern.compile("\\R\\s*\\R|\\R\\s*(?:[-*+•#>|]|\\d{1,3}[.)])");

    /** The run's place in the document. */
    public Span span() {
        return new Span(
                chunk.sentences().get(first).span().start(),
                chunk.sentences().get(last).span().end());
    }

    /** The words as they stand in the document. */
    public String quote() {
        return Quotation.in(chunk, span());
    }

    /** The words as they are shown. */
    public String shown() {
        return PlainWords.of(quote()).text();
    }

    /** Whether it shares a sentence with the other. */
    public boolean overlaps(Run other) {
        return chunk.id().equals(other.chunk.id()) && first <= other.last && other.first <= last;
    }

    /** Whether the candidate's sentence is one of these. */
    boolean holds(Ranking.Candidate candidate) {
        return candidate.passage() == passage && first <= candidate.sentence() && candidate.sentence() <= last;
    }

    /** With the sentences around it that it cannot be understood without: at most two before and two after, of its own paragraph. */
    public Run understandable() {
        Run run = this;
        for (int i = 0;
                i < 2 && run.first > 0 && run.joined(run.first - 1) && (run.leans() || run.closesQuotation());
                i++) {
            run = new Run(passage, chunk, run.first - 1, run.last);
        }
        for (int i = 0;
                i < 2 && run.last + 1 < chunk.sentences().size() && run.opensQuotation() && run.joined(run.last);
                i++) {
            run = new Run(passage, chunk, run.first, run.last + 1);
        }
        return run;
    }

    /** With the sentence after it, where that stands in the same paragraph. */
    Run followed() {
        boolean more = last + 1 < chunk.sentences().size() && joined(last);
        return more ? new Run(passage, chunk, first, last + 1) : this;
    }

    /** Whether it still opens with words that point to a sentence before it. */
    public boolean leans() {
        return Leaning.on(chunk.sentences().get(first).text());
    }

    private boolean closesQuotation() {
        String quote = quote();
        return count(quote, '”') > count(quote, '“');
    }

    private boolean opensQuotation() {
        String quote = quote();
        return count(quote, '“') > count(quote, '”');
    }

    private boolean joined(int index) {
        return isJoined(chunk, index);
    }

    /** Whether a sentence and its successor stand in one paragraph, item or row. */
    static boolean isJoined(Chunk chunk, int index) {
        List<Sentence> sentences = chunk.sentences();
        Span gap = new Span(
                sentences.get(index).span().end(),
                Math.max(
                        sentences.get(index).span().end(),
                        sentences.get(index + 1).span().start()));
        return !BREAK.matcher(Quotation.in(chunk, gap)).find();
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }
}
