package coalition.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * What an evaluation found. Shares are from 0 to 1; a figure that its questions do not allow is empty.
 *
 * @param trials in the order they were asked
 * @param counts how often each verdict was given, all verdicts
 * @param citations how many there are, and {@code exact} of them letter for letter
 * @param found share of the answerable questions for which the 1st, the first 3, 5 and 10 passages hold an accepted answer
 * @param auroc how often the confidence of an answerable question is above that of an unanswerable one
 * @param rightAuroc how often the confidence of a right answer is above that of anything else
 * @param calibrationError the mean distance of confidence and share of right answers, in ten groups of equal size
 * @param wordsExact share of the answerable questions whose marked words are an accepted answer
 * @param wordsF1 the mean F1 of these words, 0 where none are marked
 * @param median milliseconds of the middle question
 * @param slowest milliseconds that 99 of 100 questions stay below
 */
public record Report(
        List<Trial> trials,
        Map<Verdict, Integer> counts,
        int citations,
        int exact,
        List<Double> found,
        OptionalDouble auroc,
        OptionalDouble rightAuroc,
        double calibrationError,
        OptionalDouble wordsExact,
        OptionalDouble wordsF1,
        double median,
        double slowest) {
    private static final int GROUPS = 10;
    private static final List<Integer> DEPTHS = List.of(1, 3, 5, 10);

    public Report {
        trials = List.copyOf(trials);
        counts = Map.copyOf(counts);
        found = List.copyOf(found);
    }

    /** A group of questions of like confidence. */
    public record Group(double confidence, double right, int size) {}

    static Report of(List<Trial> trials) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, (int)
                    trials.stream().filter(t -> t.verdict() == verdict).count());
        }
        List<Trial> answerable =
                trials.stream().filter(t -> t.asked().answerable()).toList();
        List<Double> found = answerable.isEmpty()
                ? List.of()
                : DEPTHS.stream()
                        .map(k -> answerable.stream()
                                        .filter(t -> t.rank() > 0 && t.rank() <= k)
                                        .count()
                                / (double) answerable.size())
                        .toList();
        double[] times = trials.stream().mapToDouble(Trial::millis).sorted().toArray();
        return new Report(
                trials,
                counts,
                trials.stream().mapToInt(t -> t.answer().citations().size()).sum(),
                trials.stream().mapToInt(Trial::exact).sum(),
                found,
                auroc(trials, t -> t.asked().answerable()),
                auroc(trials, t -> isRight(t)),
                groups(trials).stream()
                                .mapToDouble(g -> Math.abs(g.confidence() - g.right()) * g.size())
                                .sum()
                        / Math.max(1, trials.size()),
                answerable.stream().mapToDouble(t -> t.words() ? 1 : 0).average(),
                answerable.stream().mapToDouble(Trial::f1).average(),
                at(times, .5),
                at(times, .99));
    }

    /** The questions by confidence in ten groups of equal size, least sure first; fewer where there are fewer questions. */
    public List<Group> groups() {
        return groups(trials);
    }

    private static List<Group> groups(List<Trial> trials) {
        List<Trial> sorted = new ArrayList<>(trials);
        sorted.sort(Comparator.comparingDouble(t -> t.answer().confidence()));
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < GROUPS; g++) {
            List<Trial> part = sorted.subList(g * sorted.size() / GROUPS, (g + 1) * sorted.size() / GROUPS);
            if (!part.isEmpty()) {
                groups.add(new Group(
                        part.stream()
                                .mapToDouble(t -> t.answer().confidence())
                                .average()
                                .orElse(0),
                        part.stream()
                                .mapToDouble(t -> isRight(t) ? 1 : 0)
                                .average()
                                .orElse(0),
                        part.size()));
            }
        }
        return groups;
    }

    /** Whether the best that was found answers, said or not: an abstention counts by what it would have quoted first. */
    private static boolean isRight(Trial trial) {
        return trial.verdict() == Verdict.RIGHT
                || (trial.verdict() == Verdict.SILENT
                        && !trial.answer().citations().isEmpty()
                        && trial.asked()
                                .answers()
                                .in(trial.answer().citations().getFirst().quote()));
    }

    private static OptionalDouble auroc(List<Trial> trials, Predicate<Trial> good) {
        double wins = 0;
        long pairs = 0;
        List<Trial> bad = trials.stream().filter(good.negate()).toList();
        for (Trial yes : trials.stream().filter(good).toList()) {
            for (Trial no : bad) {
                int order =
                        Double.compare(yes.answer().confidence(), no.answer().confidence());
                wins += order > 0 ? 1 : order == 0 ? .5 : 0;
                pairs++;
            }
        }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(wins / pairs);
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
    }
}
