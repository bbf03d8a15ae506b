package coalition.feedback;

import java.time.Instant;
import java.util.List;

/**
 * Something people ask and the documents do not say.
 *
 * @param words the words its questions share, most frequent first
 * @param questions the questions, newest first, each once
 * @param count how often it was asked
 * @param last when it was asked last
 */
public record Gap(List<String> words, List<String> questions, int count, Instant last) {
    public Gap {
        words = List.copyOf(words);
        questions = List.copyOf(questions);
    }
}
