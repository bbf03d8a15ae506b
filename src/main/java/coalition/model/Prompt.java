package coalition.model;

import dev.langchain4j.model.chat.request.ResponseFormat;
import java.util.Optional;

/**
 * What a chat model is asked.
 *
 * @param system who it is and what it must do
 * @param user the material and the question
 * @param format the shape of the reply; empty: plain text
 */
public record Prompt(String system, String user, Optional<ResponseFormat> format) {
    /** Its length in characters. */
    public int length() {
        return system.length() + user.length();
    }
}
