package coalition.answer;

import coalition.answer.Ranking.Candidate;
import coalition.document.Span;
import coalition.retrieval.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses the sentences that answer one question, and how many of them. */
final class SentenceChoice {
    /** Candidates less likely than this share of the best one are never shown. */
    private static final double LEAST_SHARE = .3;

    private static final int LOOKED_AT = 12;
    private static final int LONGEST_MARK = 12;
    private static final double SURE = .5;

    /** The runs to show, best first; empty where there is no candidate. */
    List<Chosen> choose(QuestionAnalysis analysis, List<Passage> passages, Ranking ranking) {
        List<Fitted> fitted = fitted(analysis, passages, ranking);
        List<Chosen> chosen = new ArrayList<>();
        for (Fitted one : fitted) {
            if (chosen.size() >= limit(analysis.asked(), fitted) || one.share() < least(analysis.asked())) {
                break;
            }
            if (chosen.isEmpty() || isNews(one, chosen)) {
                chosen.add(new Chosen(one.run(), one.candidate(), marks(analysis, one, ranking)));
            }
        }
        return chosen;
    }

    private static List<Fitted> fitted(QuestionAnalysis analysis, List<Passage> passages, Ranking ranking) {
        List<Fitted> all = new ArrayList<>();
        for (Candidate candidate :
                ranking.candidates().stream().limit(LOOKED_AT).toList()) {
            Passage passage = passages.get(candidate.passage());
            Run run = new Run(candidate.passage(), passage.chunk(), candidate.sentence(), candidate.sentence())
                    .understandable();
            double fit = candidate.score()
                    + Fitness.of(
                            analysis,
                            passage.chunk()
                                    .sentences()
                                    .get(candidate.sentence())
                                    .text())
                    - (run.leans() ? 1 : 0);
            all.add(new Fitted(run, candidate, fit, 0));
        }
        all.sort(Comparator.comparingDouble(Fitted::fit).reversed());
        double best = all.isEmpty() ? 0 : all.getFirst().fit();
        return all.stream()
                .map(f -> new Fitted(f.run(), f.candidate(), f.fit(), Math.exp(f.fit() - best)))
                .toList();
    }

    /** Whether it says something that the chosen ones do not say already. */
    private static boolean isNews(Fitted one, List<Chosen> chosen) {
        return chosen.stream()
                .noneMatch(c -> c.run().overlaps(one.run())
                        || Overlap.repeats(c.run().shown(), one.run().shown()));
    }

    private static int limit(Asked asked, List<Fitted> fitted) {
        return switch (asked) {
            case WHO, WHEN, WHERE, HOW_MANY, FACT, YES_NO ->
                fitted.size() > 1 && fitted.get(1).share() > .5 ? 2 : 1;
            case DEFINITION, WHY, HOW, QUOTE, COMPARE -> 2;
            case TOPIC -> 3;
            case LIST -> 4;
        };
    }

    private static double least(Asked asked) {
        return asked == Asked.TOPIC || asked == Asked.LIST ? LEAST_SHARE / 3 : LEAST_SHARE;
    }

    private static List<Span> marks(QuestionAnalysis analysis, Fitted one, Ranking ranking) {
        boolean sure = ranking.confidence() >= SURE && analysis.asked() != Asked.YES_NO;
        return one.candidate().words().stream()
                .filter(w -> sure && one.run().span().contains(w))
                .filter(w -> Token.all(Quotation.in(one.run().chunk(), w)).size() <= LONGEST_MARK)
                .toList();
    }

    /** A candidate with how well its form fits the question; {@code share} is its likelihood as a share of the best one's. */
    private record Fitted(Run run, Candidate candidate, double fit, double share) {}
}
