package coalition.answer;

import coalition.retrieval.Passage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One question with what was found for it. Safe for several threads. */
public final class Inquiry {
    private final String standalone;
    private final QuestionAnalysis analysis;
    private final List<Passage> passages;
    private final List<Reading> readings;
    private final Ranking ranking;
    // every rule and the generator ask for it: choosing takes longer than all of them together
    private final Supplier<List<Chosen>> chosen;

    /**
     * Joins a question and what was found.
     *
     * @param standalone the question as understood
     * @param analysis what it asks for
     * @param passages best first; empty before the search
     * @param readings one a passage
     * @param ranking of the passages' sentences; without candidates before the search
     */
    public Inquiry(
            String standalone,
            QuestionAnalysis analysis,
            List<Passage> passages,
            List<Reading> readings,
            Ranking ranking) {
        this.standalone = standalone;
        this.analysis = analysis;
        this.passages = List.copyOf(passages);
        this.readings = List.copyOf(readings);
        this.ranking = ranking;
        this.chosen = new Once(() -> SentenceChoice.choose(analysis, this.passages, ranking));
    }

    /** The question as understood. */
    public String standalone() {
        return standalone;
    }

    /** The same evidence for a question that was searched in other words. */
    Inquiry named(String asked) {
        return asked.equals(standalone) ? this : new Inquiry(asked, analysis, passages, readings, ranking);
    }

    /** What it asks for. */
    public QuestionAnalysis analysis() {
        return analysis;
    }

    /** The passages, best first; empty before the search. */
    public List<Passage> passages() {
        return passages;
    }

    /** One reading a passage. */
    public List<Reading> readings() {
        return readings;
    }

    /** The ranking of the passages' sentences; without candidates before the search. */
    public Ranking ranking() {
        return ranking;
    }

    /** The sentences that would be shown, best first; empty where nothing was found. */
    List<Chosen> chosen() {
        return chosen.get();
    }

    /** Chooses when first asked, and keeps what was chosen. */
    private static final class Once implements Supplier<List<Chosen>> {
        private final Supplier<List<Chosen>> choice;
        private volatile Optional<List<Chosen>> made = Optional.empty();

        Once(Supplier<List<Chosen>> choice) {
            this.choice = choice;
        }

        @Override
        public List<Chosen> get() {
            if (made.isEmpty()) {
                made = Optional.of(choice.get());
            }
            return made.orElseThrow();
        }
    }

    /** Before anything was searched. */
    static Inquiry before(String standalone) {
        return new Inquiry(
                standalone, QuestionAnalysis.of(standalone), List.of(), List.of(), new Ranking(List.of(), 0));
    }
}
