package coalition.answer;

import coalition.document.Span;
import java.util.List;

/**
 * What a generator proposes; not verified.
 *
 * @param lead words before the first sentence that claim nothing of their own; may be empty
 * @param sentences in order; empty: the generator does not know
 * @param mode who wrote it
 * @param notice for the asker; may be empty
 */
public record Draft(String lead, List<DraftSentence> sentences, Mode mode, String notice) {
    public Draft {
        sentences = List.copyOf(sentences);
    }

    /**
     * A proposed sentence.
     *
     * @param text as it would be shown, without markers
     * @param supports what it says it stands on; empty: nothing, so it will be dropped
     */
    public record DraftSentence(String text, List<Support> supports) {
        public DraftSentence {
            supports = List.copyOf(supports);
        }
    }

    /**
     * What a sentence says it stands on.
     *
     * @param passage index of the passage among those given, from 0
     * @param span the exact words in the passage's document; a whole chunk where the writer named only the passage
     * @param marks the answering words within {@code span}; may be empty
     */
    public record Support(int passage, Span span, List<Span> marks) {
        public Support {
            marks = List.copyOf(marks);
        }
    }
}
