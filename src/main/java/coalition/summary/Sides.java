package coalition.summary;

import coalition.answer.Attribution;
import coalition.answer.Token;
import coalition.summary.Summary.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Groups statements by who makes them. */
final class Sides {
    private static final int MOST_SPEAKERS = 12;
    private static final int MOST_LINES = 6;

    private Sides() {}

    static Summary of(List<Told> all) {
        Map<String, List<Told>> sides = new LinkedHashMap<>();
        for (Told told : all) {
            Attribution.speaker(told.text())
                    .ifPresent(speaker -> side(sides, speaker).add(told));
        }
        Sheet sheet = new Sheet("Who says what");
        sides.entrySet().stream()
                .sorted(Comparator.comparingInt(
                        (Map.Entry<String, List<Told>> e) -> -e.getValue().size()))
                .limit(MOST_SPEAKERS)
                .forEach(e -> sheet.add(e.getKey(), lines(sheet, e.getValue())));
        return sheet.finished(notice(sheet, sides.size()));
    }

    private static String notice(Sheet sheet, int speakers) {
        if (sheet.isEmpty()) {
            return "No sentence here says who speaks.";
        }
        return speakers > MOST_SPEAKERS
                ? "The " + MOST_SPEAKERS + " who are quoted most, of " + speakers + " who are quoted."
                : "";
    }

    private static List<Line> lines(Sheet sheet, List<Told> statements) {
        List<Line> lines = new ArrayList<>();
        for (Told told : statements) {
            if (lines.size() < MOST_LINES && !sheet.isKnown(told.run())) {
                lines.add(sheet.line("", told.run()));
            }
        }
        return lines;
    }

    /** The side of a speaker; "Lund" and "Maria Lund" are one, filed under the longer name. */
    private static List<Told> side(Map<String, List<Told>> sides, String speaker) {
        Optional<String> known =
                sides.keySet().stream().filter(k -> one(k, speaker)).findFirst();
        if (known.isEmpty()) {
            return sides.computeIfAbsent(speaker, s -> new ArrayList<>());
        }
        String old = known.get();
        if (speaker.length() > old.length()) {
            List<Told> statements = sides.remove(old);
            sides.put(speaker, statements == null ? new ArrayList<>() : statements);
            return sides.getOrDefault(speaker, new ArrayList<>());
        }
        return sides.getOrDefault(old, new ArrayList<>());
    }

    private static boolean one(String a, String b) {
        List<Token> left = Token.all(a);
        List<Token> right = Token.all(b);
        List<Token> shorter = left.size() <= right.size() ? left : right;
        List<Token> longer = left.size() <= right.size() ? right : left;
        List<Token> tail = longer.subList(longer.size() - shorter.size(), longer.size());
        for (int i = 0; i < shorter.size(); i++) {
            if (!shorter.get(i).lower().equals(tail.get(i).lower())) {
                return false;
            }
        }
        return !shorter.isEmpty();
    }
}
