package coalition.summary;

import coalition.summary.Summary.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Orders dated statements by time; those that tell no year follow, in the order of the documents. */
final class Timeline {
    private static final int MOST = 40;

    private Timeline() {}

    static Summary of(List<Told> all) {
        List<Dated> dated = new ArrayList<>();
        for (Told told : all) {
            Optional<TimeExpression> time = TimeExpression.in(told.text());
            time.ifPresent(t -> dated.add(new Dated(told, t)));
        }
        Sheet sheet = new Sheet("Timeline");
        List<Dated> known = dated.stream()
                .filter(d -> !d.time().isVague())
                .sorted(Comparator.comparingDouble(d -> d.time().year()))
                .toList();
        List<Dated> vague = dated.stream().filter(d -> d.time().isVague()).toList();
        int left = addAll(sheet, "Dated", known, MOST);
        left += addAll(sheet, "Without a year", vague, MOST / 2);
        return sheet.finished(notice(sheet, left));
    }

    private static String notice(Sheet sheet, int left) {
        if (sheet.isEmpty()) {
            return "No sentence here tells a date or time.";
        }
        return left > 0 ? left + " more dated sentences are left out; name a topic to see those about it." : "";
    }

    /** Adds a section with at most so many lines; says how many were left out for want of room. */
    private static int addAll(Sheet sheet, String heading, List<Dated> dated, int most) {
        List<Dated> kept = spread(distinct(dated), most);
        List<Line> lines = new ArrayList<>();
        for (Dated one : kept) {
            if (!sheet.isKnown(one.told().run())) {
                lines.add(sheet.line(one.time().label(), one.told().run()));
            }
        }
        sheet.add(heading, lines);
        return Math.max(0, distinct(dated).size() - kept.size());
    }

    /** Without those that repeat another of the same time; the shorter one stays. */
    private static List<Dated> distinct(List<Dated> dated) {
        List<Dated> kept = new ArrayList<>();
        for (Dated one : dated) {
            boolean repeated = kept.stream()
                    .anyMatch(k -> k.time().words().equalsIgnoreCase(one.time().words())
                            && coalition.answer.Overlap.repeats(
                                    k.told().text(), one.told().text()));
            if (!repeated) {
                kept.add(one);
            }
        }
        return kept;
    }

    /** At most so many, evenly from the whole time. */
    private static List<Dated> spread(List<Dated> dated, int most) {
        if (dated.size() <= most) {
            return dated;
        }
        List<Dated> kept = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            kept.add(dated.get((int) ((long) i * dated.size() / most)));
        }
        return kept;
    }

    private record Dated(Told told, TimeExpression time) {}
}
