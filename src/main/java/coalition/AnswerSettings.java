package coalition;

import coalition.answer.Caution;
import java.util.List;

/**
 * How questions are answered.
 *
 * @param caution how sure the bot must be
 * @param reader what reads the passages
 */
record AnswerSettings(Caution caution, ReaderKind reader) {
    private static final Setting CAUTION = Setting.of(
            "COALITION_CAUTION",
            "balanced",
            "how sure the bot must be to answer: `strict`, `balanced` or `eager` (docs/evaluation.md)");
    private static final Setting READER = Setting.of(
            "COALITION_READER",
            "neural",
            "what reads the passages: `neural`, the trained reader, where one is shipped; `features`, without training");

    /** What reads the passages. */
    enum ReaderKind {
        NEURAL,
        FEATURES
    }

    /** Reads them from the environment. */
    static final class Source implements SettingsSource<AnswerSettings> {
        @Override
        public List<Setting> settings() {
            return List.of(CAUTION, READER);
        }

        @Override
        public AnswerSettings read(SettingsReader reader) {
            return new AnswerSettings(reader.choice(CAUTION, Caution.class), reader.choice(READER, ReaderKind.class));
        }
    }
}
