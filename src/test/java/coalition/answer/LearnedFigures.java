package coalition.answer;

import coalition.answer.Ranking.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Measures a way of reading on examples it was not learnt from. */
public final class LearnedFigures {
    private static final List<String> KINDS = List.of("absent", "near", "twisted", "unseen", "untold");

    private final Weights weights;

    public LearnedFigures(Properties weights) {
        this.weights = new Weights(weights);
    }

    /** One figure a name. */
    public Map<String, String> of(List<Example> examples) {
        Map<String, String> figures = new LinkedHashMap<>();
        Map<String, List<double[]>> sure = new LinkedHashMap<>();
        double[] first = new double[6];
        double hit = 0;
        double alone = 0;
        double exact = 0;
        double f1 = 0;
        int answered = 0;
        int golds = 0;
        for (Example e : examples) {
            Ranking ranking = new SentenceRanker(e.terms(), weights).rank(e.question(), e.passages(), e.readings());
            if (ranking.candidates().isEmpty()) {
                continue;
            }
            Candidate best = ranking.candidates().getFirst();
            boolean right = Learning.isRight(e, best);
            sure.computeIfAbsent(e.kind(), k -> new ArrayList<>())
                    .add(new double[] {ranking.confidence(), right ? 1 : 0});
            if (e.kind().equals("gold")) {
                golds++;
                alone += right ? 1 : 0;
                exact += e.exact()[0] ? 1 : 0;
                f1 += e.f1()[0];
            } else if (e.kind().equals("answered")) {
                answered++;
                hit += right && best.passage() == e.gold() ? 1 : 0;
                count(first, ranking, e.gold());
            }
        }
        figures.put("questions", answered + " answered");
        figures.put(
                "R@1 / R@3 / R@5 found",
                share(first[0], answered) + " / " + share(first[1], answered) + " / " + share(first[2], answered));
        figures.put("R@1 / R@3 after reading", share(first[3], answered) + " / " + share(first[4], answered));
        figures.put("sentence in the gold passage", share(alone, golds));
        figures.put("end to end", share(hit, answered));
        figures.put("EM / F1 in the gold passage", share(exact, golds) + " / " + share(f1, golds));
        for (String kind : KINDS) {
            if (sure.containsKey(kind)) {
                figures.put("AUROC " + kind, number(auroc(rows(sure, "answered"), rows(sure, kind))));
                figures.put(
                        "ECE answered + " + kind,
                        number(calibrationError(join(rows(sure, "answered"), rows(sure, kind)))));
            }
        }
        for (Caution caution : Caution.values()) {
            figures.put(
                    caution.name().toLowerCase(Locale.ROOT) + ": right wrong silent; let through",
                    levels(sure, caution.threshold()));
        }
        return figures;
    }

    private static void count(double[] first, Ranking ranking, int gold) {
        if (gold < 0) {
            return;
        }
        first[0] += gold < 1 ? 1 : 0;
        first[1] += gold < 3 ? 1 : 0;
        first[2] += gold < 5 ? 1 : 0;
        List<Integer> order =
                ranking.candidates().stream().map(Candidate::passage).distinct().toList();
        first[3] += order.indexOf(gold) < 1 ? 1 : 0;
        first[4] += order.indexOf(gold) < 3 ? 1 : 0;
    }

    private static String levels(Map<String, List<double[]>> sure, double threshold) {
        List<double[]> answered = rows(sure, "answered");
        double said = answered.stream().filter(s -> s[0] >= threshold).count();
        double right =
                answered.stream().filter(s -> s[0] >= threshold && s[1] > 0).count();
        StringBuilder text = new StringBuilder(share(right, answered.size()) + " "
                + share(said - right, answered.size()) + " " + share(answered.size() - said, answered.size()) + ";");
        for (String kind : KINDS) {
            if (sure.containsKey(kind)) {
                List<double[]> rows =
                        rows(sure, kind).stream().filter(s -> s[1] == 0).toList();
                text.append(" " + kind + " "
                        + share(
                                (double) rows.stream()
                                        .filter(s -> s[0] >= threshold)
                                        .count(),
                                rows.size()));
            }
        }
        return text.toString();
    }

    private static List<double[]> rows(Map<String, List<double[]>> sure, String kind) {
        return sure.getOrDefault(kind, List.of());
    }

    private static List<double[]> join(List<double[]> a, List<double[]> b) {
        List<double[]> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static double auroc(List<double[]> yes, List<double[]> no) {
        double wins = 0;
        int pairs = 0;
        for (double[] n : no) {
            if (n[1] > 0) {
                continue;
            }
            for (double[] y : yes) {
                wins += y[0] > n[0] ? 1 : y[0] == n[0] ? .5 : 0;
                pairs++;
            }
        }
        return wins / pairs;
    }

    private static double calibrationError(List<double[]> rows) {
        List<double[]> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingDouble(r -> r[0]));
        double error = 0;
        for (int b = 0; b < 10; b++) {
            List<double[]> part = sorted.subList(b * rows.size() / 10, (b + 1) * rows.size() / 10);
            double said = part.stream().mapToDouble(r -> r[0]).sum();
            double was = part.stream().mapToDouble(r -> r[1]).sum();
            error += Math.abs(said - was) / rows.size();
        }
        return error;
    }

    private static String share(double part, double whole) {
        return number(part / whole);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
