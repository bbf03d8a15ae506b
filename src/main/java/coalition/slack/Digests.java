package coalition.slack;

import coalition.answer.Answer;
import coalition.answer.Question;

/** Writes summaries for the slash command: grounded like answers, or an abstention with its reason. */
@FunctionalInterface
public interface Digests {
    /**
     * Writes one.
     *
     * @param kind what is wanted
     * @param topic what about, or the name for {@link Kind#WHO}; empty: everything
     * @param question who asks, where and from which documents
     */
    Answer digest(Kind kind, String topic, Question question);

    /** What the slash command knows besides answering questions. */
    enum Kind {
        SUMMARY,
        TIMELINE,
        SIDES,
        WHO,
        SOURCES
    }
}
