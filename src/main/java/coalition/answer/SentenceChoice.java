package coalition.answer;

import coalition.answer.Ranking.Candidate;
import coalition.document.Chunk;
import coalition.document.Span;
import coalition.retrieval.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Chooses the sentences that answer one question, and how many of them. */
final class SentenceChoice {
    private static final int LOOKED_AT = 12;
    private static final double ALSO = .01;
    private static final Set<Asked> EVERYWHERE = Set.of(Asked.LIST, Asked.QUOTE, Asked.DEFINITION, Asked.TOPIC);
    private static final double LEANING = 1;
    private static final double UNFIT = 2;
    private static final double FIELD = 3;
    private static final double WHOLE_ROW = 9;
    private static final double ACTS = 2;
    private static final double HEADED = 2;
    private static final double LATER = .3;
    private static final double ASKING = 4;
    private static final double OFF_ROW = 4;
    private static final int SIDES = 3;

    private static final Pattern QUESTION = Pattern.compile("\\?[*_\\s]*$");

    private SentenceChoice() {}

    /** The runs to show, best first; empty where there is no candidate. */
    static List<Chosen> choose(QuestionAnalysis analysis, List<Passage> passages, Ranking ranking) {
        if (analysis.asked() == Asked.SUMMARY) {
            return all(passages, ranking);
        }
        List<Fitted> fitted = fitted(analysis, passages, ranking);
        if (fitted.isEmpty()) {
            return List.of();
        }
        Run best = fitted.getFirst().run();
        List<Run> listed = ListItems.around(best, analysis);
        List<Run> items = listed.isEmpty() ? DatedHeadings.above(analysis, best) : listed;
        if (!items.isEmpty()) {
            Candidate candidate = fitted.getFirst().candidate();
            return items.stream()
                    .map(run -> new Chosen(run, candidate, marks(analysis, run, candidate, ranking)))
                    .toList();
        }
        List<Chosen> chosen = new ArrayList<>();
        for (Fitted one : fitted) {
            double least =
                    one.acts() || (one.field() && analysis.asked() == Asked.WHO) ? ALSO : least(analysis.asked());
            if (chosen.size() >= limit(analysis, fitted) || one.share() < least) {
                break;
            }
            boolean lesser = (fitted.getFirst().acts() && !one.acts())
                    || (fitted.getFirst().field() && !one.field());
            if (lesser) {
                continue;
            }
            Run run = chosen.isEmpty() ? Reasons.joined(one.run(), analysis) : one.run();
            Chosen next = new Chosen(run, one.candidate(), Marks.of(analysis, run, one.candidate(), ranking));
            boolean onlyAnnounces = run.shown().strip().endsWith(":");
            if (chosen.isEmpty()
                    || (!onlyAnnounces && isNews(next, chosen) && isFellow(analysis, next, chosen.getFirst()))) {
                chosen.add(next);
            }
        }
        addOtherSides(analysis, fitted, ranking, chosen);
        return analysis.asked() == Asked.TOPIC ? asTheyStand(chosen) : chosen;
    }

    /** Those of one passage as they stand there: what is told in order is understood better. */
    private static List<Chosen> asTheyStand(List<Chosen> chosen) {
        List<Integer> passages =
                chosen.stream().map(c -> c.run().passage()).distinct().toList();
        return chosen.stream()
                .sorted(Comparator.comparingInt(
                                (Chosen c) -> passages.indexOf(c.run().passage()))
                        .thenComparingInt(c -> c.run().first()))
                .toList();
    }

    /** All candidates as they are ranked: a summary was chosen before. */
    private static List<Chosen> all(List<Passage> passages, Ranking ranking) {
        return ranking.candidates().stream()
                .map(c -> new Chosen(
                        new Run(c.passage(), passages.get(c.passage()).chunk(), c.sentence(), c.sentence())
                                .understandable(),
                        c,
                        List.of()))
                .toList();
    }

    /** Adds what says something else of the same thing than the first, where it was not chosen as it is. */
    private static void addOtherSides(
            QuestionAnalysis analysis, List<Fitted> fitted, Ranking ranking, List<Chosen> chosen) {
        if (analysis.asked() != Asked.WHEN && analysis.asked() != Asked.HOW_MANY) {
            return;
        }
        Chosen first = chosen.getFirst();
        fitted.stream()
                .skip(1)
                .map(f -> new Chosen(f.run(), f.candidate(), Marks.of(analysis, f.run(), f.candidate(), ranking)))
                .filter(f -> Conflict.in(analysis, List.of(first, f)).isPresent())
                .forEach(f -> {
                    if (chosen.size() < SIDES && isNews(f, chosen)) {
                        chosen.add(f);
                    }
                });
    }

    /** Whether the sentence is itself a question, which answers none. */
    private static boolean asks(QuestionAnalysis analysis, String sentence) {
        return analysis.asked() != Asked.QUOTE && QUESTION.matcher(sentence).find();
    }

    /** The answering words, of the run that the best sentence stands in. */
    private static List<Span> marks(QuestionAnalysis analysis, Run run, Candidate candidate, Ranking ranking) {
        boolean home = run.first() <= candidate.sentence() && candidate.sentence() <= run.last();
        return home ? Marks.of(analysis, run, candidate, ranking) : List.of();
    }

    private static List<Fitted> fitted(QuestionAnalysis analysis, List<Passage> passages, Ranking ranking) {
        List<Fitted> all = new ArrayList<>();
        int most = EVERYWHERE.contains(analysis.asked()) ? Integer.MAX_VALUE : LOOKED_AT;
        for (Candidate candidate : ranking.candidates().stream().limit(most).toList()) {
            Chunk chunk = passages.get(candidate.passage()).chunk();
            String sentence = chunk.sentences().get(candidate.sentence()).text();
            if (analysis.asked() != Asked.TOPIC || isOnTopic(analysis, sentence, chunk) || all.isEmpty()) {
                all.add(fitted(analysis, chunk, candidate));
            }
        }
        all.sort(Comparator.comparingDouble(Fitted::fit).reversed());
        double best = all.isEmpty() ? 0 : all.getFirst().fit();
        return all.stream()
                .map(f -> new Fitted(f.run(), f.candidate(), f.fit(), Math.exp(f.fit() - best), f.acts(), f.field()))
                .toList();
    }

    private static Fitted fitted(QuestionAnalysis analysis, Chunk chunk, Candidate candidate) {
        int index = candidate.sentence();
        Optional<Run> replied = analysis.asked() == Asked.QUOTE
                ? Optional.empty()
                : Replies.to(analysis, candidate.passage(), chunk, index);
        Run run = replied.orElseGet(() -> new Run(candidate.passage(), chunk, index, index).understandable());
        String sentence = chunk.sentences().get(index).text();
        boolean acts = FormMatch.acts(analysis, PlainWords.of(sentence).text(), chunk);
        boolean field = Fields.answers(analysis, chunk, index) || DatedHeadings.answers(analysis, chunk, index);
        double fit = candidate.score()
                + Fitness.of(analysis, sentence)
                + (acts ? ACTS : 0)
                + (Sections.answers(analysis, chunk) ? HEADED - Math.min(LATER, index) : 0)
                + (Sections.replies(analysis, chunk, index) ? HEADED : 0)
                - (replied.isEmpty() && asks(analysis, sentence) ? ASKING : 0)
                + (Fields.isWholeRow(analysis, chunk, index) ? WHOLE_ROW : field ? FIELD : 0)
                - (Rows.isOff(analysis, chunk, index) ? OFF_ROW : 0)
                - (run.leans() ? LEANING : 0)
                - (lacksNumber(analysis, chunk) ? UNFIT : 0)
                - (AnswerForm.of(analysis).isIn(analysis, run.shown()) || Rows.isPriced(chunk, index) ? 0 : UNFIT);
        return new Fitted(run, replied.isPresent() ? wordless(candidate) : candidate, fit, 0, acts, field);
    }

    private static Candidate wordless(Candidate c) {
        return new Candidate(c.passage(), c.sentence(), c.score(), c.probability(), Optional.empty());
    }

    /** Whether the question has a number of two digits or more ("2019", "3.2") that stands nowhere in the chunk or above it. */
    private static boolean lacksNumber(QuestionAnalysis analysis, Chunk chunk) {
        String text = chunk.title() + " " + chunk.heading() + " " + chunk.text();
        return analysis.keywords().stream()
                .filter(w -> Character.isDigit(w.charAt(0)) && w.length() > 1)
                .anyMatch(w -> !text.contains(w));
    }

    private static boolean isOnTopic(QuestionAnalysis analysis, String sentence, Chunk chunk) {
        Set<String> words = Overlap.content(sentence + " " + chunk.heading());
        return Fitness.topic(analysis).stream().anyMatch(words::contains);
    }

    /** Whether it says something that the chosen ones do not say already. */
    private static boolean isNews(Chosen one, List<Chosen> chosen) {
        return chosen.stream()
                .noneMatch(c -> c.run().overlaps(one.run())
                        || Overlap.repeats(c.run().shown(), one.run().shown())
                        || (!one.marks().isEmpty() && words(c).equals(words(one))));
    }

    /** Beside somebody's words only their words are shown. */
    private static boolean isFellow(QuestionAnalysis analysis, Chosen one, Chosen first) {
        return analysis.asked() != Asked.QUOTE
                || !Fitness.speaks(analysis, first.run().shown())
                || Fitness.speaks(analysis, one.run().shown());
    }

    private static String words(Chosen chosen) {
        return chosen.marks().isEmpty()
                ? ""
                : Quotation.in(chosen.run().chunk(), chosen.marks().getFirst()).toLowerCase(Locale.ROOT);
    }

    private static int limit(QuestionAnalysis analysis, List<Fitted> fitted) {
        return switch (analysis.asked()) {
            case WHO -> isDoubtful(analysis, fitted) || isFieldTwice(fitted) ? 2 : 1;
            case WHEN, WHERE, HOW_MANY, FACT, YES_NO -> isDoubtful(analysis, fitted) ? 2 : 1;
            case DEFINITION -> Fitness.defines(analysis, fitted.getFirst().run().shown()) ? 1 : 2;
            case WHY, HOW, QUOTE, COMPARE -> 2;
            case TOPIC, SUMMARY -> 3;
            case LIST -> 4;
        };
    }

    /** "Apologies: ..." and "Absent without apology: ..." */
    private static boolean isFieldTwice(List<Fitted> fitted) {
        return fitted.size() > 1 && fitted.getFirst().field() && fitted.get(1).field();
    }

    /** Whether the second is nearly as likely as the first, and the first does not have all that was asked for. */
    private static boolean isDoubtful(QuestionAnalysis analysis, List<Fitted> fitted) {
        return fitted.size() > 1
                && fitted.get(1).share() > .65
                && !FormMatch.isComplete(analysis, fitted.getFirst().run().shown());
    }

    /** The least likelihood, as a share of the best one's, that a further sentence is shown for. */
    private static double least(Asked asked) {
        return switch (asked) {
            case TOPIC, SUMMARY -> .1;
            case LIST, COMPARE -> .25;
            case QUOTE -> .4;
            case DEFINITION, WHY, HOW -> .55;
            case WHO, WHEN, WHERE, HOW_MANY, FACT, YES_NO -> .65;
        };
    }

    /** A candidate with how well its form fits the question; {@code share} is its likelihood as a share of the best one's. */
    private record Fitted(Run run, Candidate candidate, double fit, double share, boolean acts, boolean field) {}
}
