package coalition.answer;

import java.util.List;

/**
 * Nothing was claimed, and why. Also what greetings and thanks get: there is nothing to claim.
 *
 * @param id names the answer
 * @param question as asked
 * @param standalone as understood
 * @param reason why nothing is claimed
 * @param text one or two plain sentences for the asker
 * @param citations the closest passages, each {@code closest}; may be empty
 * @param suggestions questions the documents can answer; may be empty
 * @param confidence of the answer that was not given, 0 to 1
 * @param mode who would have written it
 */
public record Abstained(
        String id,
        Question question,
        String standalone,
        Reason reason,
        String text,
        List<Citation> citations,
        List<String> suggestions,
        double confidence,
        Mode mode)
        implements Answer {
    public Abstained {
        citations = List.copyOf(citations);
        suggestions = List.copyOf(suggestions);
        for (Citation citation : citations) {
            if (!citation.closest()) {
                throw new IllegalArgumentException("an abstention claims nothing, so it cites only what is closest");
            }
        }
    }
}
