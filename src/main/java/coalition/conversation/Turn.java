package coalition.conversation;

import java.time.Instant;
import java.util.List;

/**
 * A question and its answer in a thread.
 *
 * @param question as it was asked
 * @param standalone as it was understood, with what it leaned on filled in
 * @param answer the text that was shown
 * @param chunks ids of the chunks the answer cites, in order of use; empty for an abstention
 * @param at when it was asked
 */
public record Turn(String question, String standalone, String answer, List<String> chunks, Instant at) {
    public Turn {
        chunks = List.copyOf(chunks);
    }
}
