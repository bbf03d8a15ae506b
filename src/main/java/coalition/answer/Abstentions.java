package coalition.answer;

import coalition.answer.AbstentionRule.Refusal;
import coalition.answer.AbstentionRules.Hit;
import coalition.answer.Ranking.Candidate;
import coalition.document.Library;
import coalition.retrieval.Scope;
import coalition.retrieval.SentenceScore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Words abstentions: what was looked for, what lies nearest, what can be asked instead. Safe for several threads. */
public final class Abstentions {
    private static final int CLOSEST = 3;
    private static final double NEAR = .2;
    private static final double LIKELY = .5;
    private static final int SHORTEST = 4;
    // of 400 answerable questions on other articles, rules other than the threshold refused 5
    private static final double RULED_OUT = .1;

    private static final int TO_BEGIN_WITH = 3;

    private final Library library;
    private final Suggestions suggestions;

    public Abstentions(Library library, Suggestions suggestions) {
        this.library = library;
        this.suggestions = suggestions;
    }

    /** The answer that claims nothing. */
    Abstained abstain(String id, Question question, Inquiry inquiry, Hit hit) {
        Refusal refusal = hit.refusal();
        double confidence = inquiry.ranking().confidence();
        boolean asked = refusal.reason().aboutSources();
        List<Citation> closest = asked ? closest(inquiry) : List.of();
        String text = refusal.text().isEmpty() ? worded(question, inquiry, refusal.reason()) : refusal.text();
        return new Abstained(
                id,
                question,
                inquiry.standalone(),
                refusal.reason(),
                text,
                closest,
                suggested(refusal.reason(), inquiry, question.scope()),
                hit.rule().equals(ThresholdRule.NAME) ? confidence : Math.min(confidence, RULED_OUT),
                Mode.TEMPLATE);
    }

    private List<String> suggested(Reason reason, Inquiry inquiry, Scope scope) {
        return switch (reason) {
            case THANKS -> List.of();
            case GREETING -> suggestions.starting(scope, TO_BEGIN_WITH);
            default -> suggestions.near(inquiry, scope);
        };
    }

    /** The notice for a part of a question that was not answered. */
    String unanswered(String part) {
        return "The documents do not answer “" + part.strip() + "”.";
    }

    private String worded(Question question, Inquiry inquiry, Reason reason) {
        if (reason == Reason.NO_DOCUMENTS) {
            return library.cards().isEmpty()
                    ? "No documents are indexed yet, so there is nothing to answer from. Put files into the knowledge folder and index it."
                    : "None of the documents you may ask here could be searched for that.";
        }
        return "I looked for “" + inquiry.standalone().strip() + "” in " + counted(question) + " and found no answer.";
    }

    private String counted(Question question) {
        long count = library.cards().stream()
                .filter(c -> question.scope().contains(c.id()))
                .count();
        return count == 1 ? "the document" : "the " + count + " documents";
    }

    /** What would have been quoted, then the sentences that are most like the question. */
    private static List<Candidate> byNearness(Inquiry inquiry) {
        List<Candidate> all = inquiry.ranking().candidates();
        List<Candidate> ordered = new ArrayList<>(all.subList(0, Math.min(1, all.size())));
        all.stream()
                .skip(1)
                .sorted(Comparator.comparingDouble((Candidate c) -> -nearness(inquiry, c)))
                .forEach(ordered::add);
        return ordered;
    }

    private static double nearness(Inquiry inquiry, Candidate candidate) {
        SentenceScore near =
                inquiry.passages().get(candidate.passage()).sentences().get(candidate.sentence());
        return near.cosine() + near.overlap();
    }

    private static List<Citation> closest(Inquiry inquiry) {
        List<Citation> citations = new ArrayList<>();
        List<Run> used = new ArrayList<>();
        for (Candidate candidate : byNearness(inquiry)) {
            var passage = inquiry.passages().get(candidate.passage());
            boolean near = passage.cosine() >= NEAR
                    || passage.keyword() >= NEAR
                    || (candidate.passage() < inquiry.readings().size()
                            && inquiry.readings().get(candidate.passage()).answers() >= LIKELY);
            Run run = new Run(candidate.passage(), passage.chunk(), candidate.sentence(), candidate.sentence())
                    .understandable();
            boolean known = used.stream().anyMatch(u -> u.overlaps(run) || Overlap.repeats(u.shown(), run.shown()));
            if (near
                    && !known
                    && citations.size() < CLOSEST
                    && Token.all(run.shown()).size() >= SHORTEST) {
                used.add(run);
                citations.add(Quotation.cite(citations.size() + 1, passage.chunk(), run.span(), List.of(), true));
            }
        }
        return citations;
    }
}
