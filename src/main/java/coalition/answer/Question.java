package coalition.answer;

import coalition.conversation.ThreadId;
import coalition.retrieval.Scope;
import java.time.Instant;

/**
 * A question somebody asked.
 *
 * @param text as it was asked
 * @param thread where it was asked
 * @param asker who asked, as the face names people; never shown to others
 * @param at when it was asked
 * @param scope the documents it may be answered from
 */
public record Question(String text, ThreadId thread, String asker, Instant at, Scope scope) {}
