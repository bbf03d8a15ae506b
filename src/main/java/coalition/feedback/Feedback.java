package coalition.feedback;

import coalition.answer.Abstained;
import coalition.answer.Answer;
import java.time.Instant;
import java.util.List;

/**
 * What one person said of one answer. A later word of the same person replaces the earlier.
 *
 * @param answer the answer's id
 * @param person who said it, as the face names people
 * @param verdict whether it helped
 * @param wrong what was wrong, in the form's words; may be empty
 * @param comment in their own words; may be empty
 * @param passage the passage that answers the question, as they pasted it; may be empty
 * @param question as it was asked
 * @param shown the text they were shown
 * @param abstained whether nothing was claimed
 * @param sources what the answer stood on
 * @param at when they said it
 */
public record Feedback(
        String answer,
        String person,
        Verdict verdict,
        String wrong,
        String comment,
        String passage,
        String question,
        String shown,
        boolean abstained,
        List<Source> sources,
        Instant at) {
    public Feedback {
        sources = List.copyOf(sources);
    }

    /** A verdict without words. */
    public static Feedback of(Answer answer, String person, Verdict verdict, Instant at) {
        return new Feedback(
                answer.id(),
                person,
                verdict,
                "",
                "",
                "",
                answer.question().text(),
                answer.text(),
                answer instanceof Abstained,
                answer.citations().stream().map(Source::of).toList(),
                at);
    }

    /** The same with what the person filled in. */
    public Feedback with(String what, String words, String rightPassage) {
        return new Feedback(
                answer, person, verdict, what, words, rightPassage, question, shown, abstained, sources, at);
    }
}
