package coalition.answer;

import java.util.List;

/**
 * One sentence (or one run of quoted sentences) of an answer.
 *
 * @param text what is shown, without markers
 * @param citations numbers of the citations it stands on, at least one
 */
public record Statement(String text, List<Integer> citations) {
    public Statement {
        citations = List.copyOf(citations);
        if (citations.isEmpty()) {
            throw new IllegalArgumentException("the statement '" + text + "' cites nothing");
        }
    }
}
