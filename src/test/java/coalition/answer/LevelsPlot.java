package coalition.answer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Draws what each least confidence answers: of answerable questions rightly and wrongly, and of those that are not. */
public final class LevelsPlot {
    private static final int SIDE = 400;
    private static final int EDGE = 50;
    private static final Map<String, String> COLOURS = Map.of(
            "answered, right", "#2ca02c",
            "answered, wrong", "#ff7f0e",
            "absent", "#1f77b4",
            "twisted", "#d62728",
            "unseen", "#9467bd");

    private final Weights weights;

    public LevelsPlot(Properties weights) {
        this.weights = new Weights(weights);
    }

    /** The picture as SVG. */
    public String of(List<Example> examples) {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n"
                        + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#333333\"/>%n",
                SIDE + 4 * EDGE,
                SIDE + 2 * EDGE,
                EDGE,
                EDGE,
                SIDE,
                SIDE));
        int row = 0;
        for (String kind : List.of("answered, right", "answered, wrong", "absent", "twisted", "unseen")) {
            double[] sure = confidences(examples, kind);
            double all = kind.startsWith("answered") ? count(examples, "answered") : sure.length;
            svg.append(curve(sure, all, COLOURS.getOrDefault(kind, "black")));
            svg.append(text(EDGE + SIDE + 10, EDGE + 16 + 18 * row++, kind, COLOURS.getOrDefault(kind, "black")));
        }
        for (Caution caution : Caution.values()) {
            double x = EDGE + caution.threshold() * SIDE;
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %d V%d\" stroke=\"#999999\" stroke-dasharray=\"3 3\"/>%n",
                    x,
                    EDGE,
                    EDGE + SIDE));
            svg.append(text(x - 16, EDGE - 8, caution.name().toLowerCase(Locale.ROOT), "#333333"));
        }
        for (int tick = 0; tick <= 4; tick++) {
            svg.append(text(EDGE + tick * SIDE / 4.0 - 8, EDGE + SIDE + 18, number(tick / 4.0), "#333333"));
            svg.append(text(EDGE - 32, EDGE + SIDE - tick * SIDE / 4.0 + 4, number(tick / 4.0), "#333333"));
        }
        svg.append(text(EDGE + SIDE / 2.0 - 90, EDGE + SIDE + 38, "least confidence that is answered", "#333333"));
        return svg.append("</svg>\n").toString();
    }

    private double[] confidences(List<Example> examples, String kind) {
        return examples.stream()
                .filter(e -> e.kind().equals(kind.replaceAll(",.*", "")))
                .mapToDouble(e -> {
                    Ranking ranking =
                            new SentenceRanker(e.terms(), weights).rank(e.question(), e.passages(), e.readings());
                    boolean right = !ranking.candidates().isEmpty()
                            && Learning.isRight(e, ranking.candidates().getFirst());
                    boolean drawn = !kind.contains(",") || kind.endsWith("right") == right;
                    return drawn ? ranking.confidence() : -1;
                })
                .filter(c -> c >= 0)
                .toArray();
    }

    private static double count(List<Example> examples, String kind) {
        return (double) examples.stream().filter(e -> e.kind().equals(kind)).count();
    }

    private static String curve(double[] sure, double all, String colour) {
        StringBuilder path =
                new StringBuilder("<path fill=\"none\" stroke-width=\"1.5\" stroke=\"" + colour + "\" d=\"");
        for (int i = 0; i <= 100; i++) {
            double least = i / 100.0;
            int above = 0;
            for (double c : sure) {
                above += c >= least ? 1 : 0;
            }
            double y = EDGE + SIDE * (1 - above / Math.max(1, all));
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : " L", EDGE + least * SIDE, y));
        }
        return path + "\"/>\n";
    }

    private static String text(double x, double y, String words, String colour) {
        return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>%n", x, y, colour, words);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
