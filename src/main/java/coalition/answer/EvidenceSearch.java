package coalition.answer;

import coalition.answer.Ranking.Candidate;
import coalition.document.Chunk;
import coalition.retrieval.Passage;
import coalition.retrieval.Query;
import coalition.retrieval.Retriever;
import coalition.retrieval.Scope;
import coalition.retrieval.SentenceScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds, reads and ranks what may answer a question. Safe for several threads. */
public final class EvidenceSearch {
    private static final int KEPT = 2;
    /** How many passages are read before the others, where one answer is looked for and no figure that two may give differently. */
    private static final int FIRST = 2;

    private static final double SETTLED = .97;
    // that these are sentences of the documents on the topic is sure, that they are the ones to tell is not
    private static final double TOLD = .8;
    private static final Set<Asked> ONE_ANSWER = Set.of(Asked.WHO, Asked.WHERE, Asked.FACT);
    // what the middle level of caution does not answer is asked again in other words
    private static final double DOUBTFUL = Caution.BALANCED.threshold();

    private final Retriever retriever;
    private final Reader reader;
    private final SentenceRanker ranker;
    private final int limit;
    private final Digest digest;

    /**
     * Joins the three stages.
     *
     * @param limit how many passages are read for a question, 1 or more
     * @param digest picks sentences where a summary is asked for
     */
    public EvidenceSearch(Retriever retriever, Reader reader, SentenceRanker ranker, int limit, Digest digest) {
        this.retriever = retriever;
        this.reader = reader;
        this.ranker = ranker;
        this.limit = limit;
        this.digest = digest;
    }

    /**
     * The evidence for a question.
     *
     * @param standalone the question as understood
     * @param kept ids of chunks that stay candidates if they are found at all: those the thread's last answer cited
     */
    Inquiry find(String standalone, Set<String> kept, Scope scope) {
        QuestionAnalysis analysis = QuestionAnalysis.of(standalone);
        Optional<Inquiry> summary =
                SummaryWish.of(analysis.text()).flatMap(wish -> summed(standalone, analysis, wish, scope));
        return summary.orElseGet(() -> searched(standalone, kept, scope));
    }

    private Inquiry searched(String standalone, Set<String> kept, Scope scope) {
        Inquiry asked = LightVerbs.plain(standalone)
                .map(plain -> search(plain, QuestionAnalysis.of(plain).asking(kind(standalone)), kept, scope))
                .orElseGet(() -> search(standalone, QuestionAnalysis.of(standalone), kept, scope));
        Inquiry found = asked.ranking().confidence() < DOUBTFUL
                ? otherwise(asked)
                        .map(other -> search(other, QuestionAnalysis.of(other), kept, scope))
                        .filter(other ->
                                other.ranking().confidence() > asked.ranking().confidence())
                        .orElse(asked)
                : asked;
        if (found.ranking().confidence() >= DOUBTFUL) {
            return found.named(standalone);
        }
        return SummaryWish.told(found.analysis().text())
                .flatMap(wish -> summed(standalone, found.analysis(), wish, scope))
                .orElseGet(() -> found.named(standalone));
    }

    /** The picked sentences as candidates, in order; empty where there are none. */
    private Optional<Inquiry> summed(String standalone, QuestionAnalysis analysis, Digest.Wish wish, Scope scope) {
        List<Run> told = digest.told(wish, scope);
        List<Passage> passages = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        for (Run run : told) {
            int place = place(run.chunk(), passages);
            candidates.add(new Candidate(place, run.last(), -candidates.size(), 1.0 / told.size(), Optional.empty()));
        }
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(new Inquiry(
                        standalone,
                        analysis.asking(Asked.SUMMARY),
                        passages,
                        List.of(),
                        new Ranking(candidates, TOLD)));
    }

    private static int place(Chunk chunk, List<Passage> passages) {
        for (int i = 0; i < passages.size(); i++) {
            if (passages.get(i).chunk().id().equals(chunk.id())) {
                return i;
            }
        }
        List<SentenceScore> scores =
                chunk.sentences().stream().map(s -> new SentenceScore(0, 0)).toList();
        passages.add(new Passage(chunk, 0, 0, 0, scores));
        return passages.size() - 1;
    }

    /** The question in the passages' own names and words; empty where those are the same. */
    private static Optional<String> otherwise(Inquiry asked) {
        Optional<String> named = HeadNouns.named(asked.standalone(), asked.passages());
        return OtherWords.of(named.orElse(asked.standalone()), asked.passages()).or(() -> named);
    }

    private static Asked kind(String standalone) {
        return QuestionAnalysis.of(standalone).asked();
    }

    private Inquiry search(String standalone, QuestionAnalysis asked, Set<String> kept, Scope scope) {
        boolean quote = asked.asked() == Asked.QUOTE;
        int wanted = kept.isEmpty() && !quote ? limit : limit * 3;
        List<Passage> found = retriever.retrieve(new Query(standalone, wanted, scope));
        QuestionAnalysis analysis = QuestionNames.named(asked, found);
        List<Passage> passages = new ArrayList<>(found.subList(0, Math.min(limit, found.size())));
        found.stream()
                .skip(limit)
                .filter(p -> kept.contains(p.chunk().id()) || (quote && speaks(analysis, p)))
                .limit(KEPT)
                .forEach(passages::add);
        List<Reading> readings = read(standalone, analysis, passages);
        passages = passages.subList(0, readings.size());
        Ranking ranking = ranker.rank(standalone, passages, readings);
        Inquiry read = new Inquiry(standalone, analysis, passages, readings, ranking);
        double form = FormMatch.confidence(read);
        return form > ranking.confidence()
                ? new Inquiry(standalone, analysis, passages, readings, new Ranking(ranking.candidates(), form))
                : read;
    }

    /** Readings of all passages, or of the first ones where they settle it. */
    private List<Reading> read(String standalone, QuestionAnalysis analysis, List<Passage> passages) {
        boolean oneAnswer = ONE_ANSWER.contains(analysis.asked()) && AnswerForm.of(analysis) == AnswerForm.ANY;
        if (!oneAnswer || passages.size() <= FIRST) {
            return reader.read(standalone, passages);
        }
        List<Reading> readings = new ArrayList<>(reader.read(standalone, passages.subList(0, FIRST)));
        if (readings.stream().noneMatch(r -> r.words().isPresent() && r.answers() >= SETTLED)) {
            readings.addAll(reader.read(standalone, passages.subList(FIRST, passages.size())));
        }
        return readings;
    }

    private static boolean speaks(QuestionAnalysis analysis, Passage passage) {
        return passage.chunk().sentences().stream()
                .anyMatch(s -> Fitness.speaks(analysis, PlainWords.of(s.text()).text()));
    }
}
