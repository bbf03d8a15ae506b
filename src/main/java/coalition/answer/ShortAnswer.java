package coalition.answer;

import coalition.document.Span;
import java.util.Optional;

/**
 * The words of a citation that answer, without the sentence around them.
 *
 * @param text the source's words to the letter
 * @param citation the number of the citation they are in
 * @param span where they stand in the document
 */
public record ShortAnswer(String text, int citation, Span span) {
    private static final int LONGEST = 60;
    private static final int AROUND = 25;

    /** The first words that the reader is sure of; empty where it is sure of none. */
    static Optional<ShortAnswer> of(Answer answer) {
        return answer.citations().stream()
                .filter(c -> !c.closest() && !c.marks().isEmpty())
                .findFirst()
                .map(ShortAnswer::first);
    }

    private static ShortAnswer first(Citation citation) {
        Span mark = citation.marks().getFirst();
        int start = mark.start() - citation.span().start();
        return new ShortAnswer(citation.quote().substring(start, start + mark.length()), citation.number(), mark);
    }

    /** The words as they are shown, without marks of layout. */
    public String shown() {
        return PlainWords.of(text).text().strip();
    }

    /** Whether an answer is to begin with these words: no others answer, and they are short and not the first of their sentence. */
    boolean leads(Grounded answer) {
        Statement first = answer.statements().getFirst();
        long marks = answer.citations().stream()
                .filter(c -> !c.closest())
                .mapToLong(c -> c.marks().size())
                .sum();
        int length = shown().length();
        return answer.mode() == Mode.TEMPLATE
                && answer.lead().isEmpty()
                && marks == 1
                && first.citations().contains(citation)
                && length > 0
                && length <= LONGEST
                && first.text().length() >= length + AROUND
                && !first.text().startsWith(shown());
    }
}
