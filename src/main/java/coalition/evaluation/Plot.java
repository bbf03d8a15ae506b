package coalition.evaluation;

import coalition.answer.Caution;
import coalition.evaluation.Report.Group;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Two pictures side by side: whether confidence is what comes true, and what each threshold would answer. */
final class Plot {
    private static final int SIDE = 320;
    private static final int EDGE = 50;
    private static final int STEPS = 50;

    private final Report report;
    private final StringBuilder svg = new StringBuilder();

    Plot(Report report) {
        this.report = report;
    }

    String svg() {
        int width = 2 * SIDE + 3 * EDGE;
        int height = SIDE + 2 * EDGE;
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                width,
                height));
        calibration(EDGE);
        levels(2 * EDGE + SIDE);
        return svg.append("</svg>\n").toString();
    }

    private void calibration(int left) {
        frame(left, "confidence", "share of right answers");
        line(left, "#bbbbbb", x -> x);
        int most = report.groups().stream().mapToInt(Group::size).max().orElse(1);
        for (Group group : report.groups()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"#1f77b4\"/>%n",
                    x(left, group.confidence()),
                    y(group.right()),
                    2 + 3.0 * group.size() / most));
        }
    }

    private void levels(int left) {
        frame(left, "least confidence that is answered", "share of questions");
        List<Trial> answerable =
                report.trials().stream().filter(t -> t.asked().answerable()).toList();
        List<Trial> others =
                report.trials().stream().filter(t -> !t.asked().answerable()).toList();
        curve(left, "#2ca02c", "answerable, above", 0, answerable);
        curve(left, "#d62728", "not answerable, above", 1, others);
        for (Caution caution : Caution.values()) {
            double at = x(left, caution.threshold());
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%.1f %d V%d\" stroke=\"#999999\" stroke-dasharray=\"3 3\"/>%n"
                            + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    at,
                    EDGE,
                    EDGE + SIDE,
                    at,
                    EDGE - 6,
                    caution.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void curve(int left, String colour, String name, int number, List<Trial> trials) {
        if (trials.isEmpty()) {
            return;
        }
        line(
                left,
                colour,
                t -> trials.stream().filter(r -> r.answer().confidence() >= t).count() / (double) trials.size());
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n",
                left + 8,
                EDGE + SIDE - 26 + 16 * number,
                colour,
                name));
    }

    private void line(int left, String colour, DoubleUnaryOperator curve) {
        svg.append("<path fill=\"none\" stroke=\"").append(colour).append("\" d=\"");
        for (int i = 0; i <= STEPS; i++) {
            double at = (double) i / STEPS;
            svg.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : " L", x(left, at), y(curve.applyAsDouble(at))));
        }
        svg.append("\"/>\n");
    }

    private void frame(int left, String across, String up) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#333333\"/>%n"
                        + "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n"
                        + "<text transform=\"translate(%d %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                left,
                EDGE,
                SIDE,
                SIDE,
                left + SIDE / 2,
                EDGE + SIDE + 34,
                across,
                left - 32,
                EDGE + SIDE / 2,
                up));
        for (double tick : new double[] {0, .5, 1}) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>%n<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>%n",
                    x(left, tick),
                    EDGE + SIDE + 16,
                    tick,
                    left - 5,
                    y(tick) + 4,
                    tick));
        }
    }

    private static double x(int left, double share) {
        return left + share * SIDE;
    }

    private static double y(double share) {
        return EDGE + (1 - share) * SIDE;
    }
}
