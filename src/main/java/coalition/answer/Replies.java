package coalition.answer;

import coalition.document.Chunk;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what somebody replies to a question in a chat, an interview, a list of questions, or as it is told: "[9:01] Ann: who has the key?" - "[9:02] Ben: I do". */
final class Replies {
    /** What opens what one person says: "[12/06/2025, 18:02] Ann:", "12.06.25, 18:02 - Ann:", "AR:", "Q:". */
    private static final Pattern SPEAKER = Pattern.compile(
            "^(?:\\[[^\\]]{4,40}\\]|\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}[,T]?[ \\u202F]?\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?[AaPp][Mm])?)[ -]*[^:]{1,40}:\\s.*"
                    + "|^\\p{Lu}[\\p{L}.'’-]{0,20}(?: \\p{Lu}[\\p{L}.'’-]{0,20})?:\\s.*",
            Pattern.DOTALL);

    private static final Pattern INDIRECT = Pattern.compile(
            "\\b(?:ask|asks|asked|asking|wonders?|wondered|inquired|enquired|(?:want|wish)(?:s|es|ed)? to know)\\b.{0,40}\\b(?:whether|if|who|what|when|where|why|how)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 3;

    private Replies() {}

    /**
     * The question and what is replied to it, where the sentence is one that has at least half of what is asked.
     *
     * @return empty where it asks nothing, asks something else, or nobody else speaks after it
     */
    static Optional<Run> to(QuestionAnalysis analysis, int passage, Chunk chunk, int index) {
        String asker = shown(chunk, index);
        boolean asks = asker.endsWith("?") || INDIRECT.matcher(asker).find();
        if (!asks || Decision.covered(analysis, asker) < .5) {
            return Optional.empty();
        }
        if (!SPEAKER.matcher(asker).matches()) {
            return told(analysis, passage, chunk, index);
        }
        int reply = index + 1;
        while (reply < chunk.sentences().size()
                && !SPEAKER.matcher(shown(chunk, reply)).matches()) {
            reply++;
        }
        if (reply >= chunk.sentences().size()
                || reply - index > LONGEST
                || shown(chunk, reply).endsWith("?")) {
            return Optional.empty();
        }
        int last = reply;
        while (last + 1 < chunk.sentences().size()
                && last + 1 - reply < LONGEST
                && !SPEAKER.matcher(shown(chunk, last + 1)).matches()) {
            last++;
        }
        return Optional.of(new Run(passage, chunk, index, last));
    }

    /** "A member asked whether the mill would be sold. It would not, said the mayor." */
    private static Optional<Run> told(QuestionAnalysis analysis, int passage, Chunk chunk, int index) {
        boolean more = index + 1 < chunk.sentences().size() && Run.isJoined(chunk, index);
        return more
                        && analysis.asked() == Asked.YES_NO
                        && !shown(chunk, index + 1).endsWith("?")
                ? Optional.of(new Run(passage, chunk, index, index + 1))
                : Optional.empty();
    }

    private static String shown(Chunk chunk, int index) {
        return PlainWords.of(chunk.sentences().get(index).text()).text();
    }
}
