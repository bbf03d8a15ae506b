package coalition.slack;

import coalition.answer.Answer;
import java.util.Optional;

/**
 * What a question gets.
 *
 * @param message the message
 * @param onlyToAsker whether nobody else may see it
 * @param answer the answer it shows; empty for notices
 */
record Reply(Message message, boolean onlyToAsker, Optional<Answer> answer) {
    static Reply notice(Message message) {
        return new Reply(message, false, Optional.empty());
    }

    static Reply toAsker(Message message) {
        return new Reply(message, true, Optional.empty());
    }
}
