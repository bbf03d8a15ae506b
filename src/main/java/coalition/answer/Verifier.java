package coalition.answer;

import coalition.retrieval.Passage;
import java.util.List;

/** Checks drafted sentences against the passages they name. Implementations are safe for several threads. */
public interface Verifier {
    /** What the passages support of one drafted sentence. */
    Verdict verify(Draft.DraftSentence sentence, List<Passage> passages);

    /** The outcome for one sentence. */
    sealed interface Verdict {
        /**
         * The sentence stands.
         *
         * @param supports narrowed to the exact sentences it stands on, at least one
         */
        record Supported(List<Draft.Support> supports) implements Verdict {
            public Supported {
                supports = List.copyOf(supports);
            }
        }

        /**
         * The sentence is not shown.
         *
         * @param why in a few plain words, for the log
         */
        record Refused(String why) implements Verdict {}
    }
}
