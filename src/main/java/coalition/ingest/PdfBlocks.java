package coalition.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Makes headings and blocks of a PDF's lines. */
final class PdfBlocks {
    private static final int LONGEST_HEADING = 150;
    private static final float LARGER = 1.12f;
    private static final Pattern NUMBERS = Pattern.compile("\\p{N}+");
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?i)(?:page|seite|p\\.)?\\s*[-–—|]?\\s*\\p{N}{1,4}\\s*(?:(?:of|/|von)\\s*\\p{N}{1,4})?\\s*[-–—|]?");
    private static final Pattern ENDS = Pattern.compile(".*[.!?…:;][\"'”’)\\]»]*", Pattern.DOTALL);

    private final List<PdfLine> lines;
    private final float body;
    private final List<Float> larger;

    PdfBlocks(List<PdfLine> all) {
        this.lines = withoutRunningHeads(all);
        this.body = bodySize(lines);
        Set<Float> sizes = new TreeSet<>();
        lines.stream().map(PdfLine::size).filter(size -> size >= body * LARGER).forEach(sizes::add);
        this.larger = new ArrayList<>(sizes).reversed();
    }

    void writeTo(Extraction out) {
        int page = 0;
        for (int i = 0; i < lines.size(); i++) {
            PdfLine line = lines.get(i);
            boolean goesOn = i > 0 && goesOn(lines.get(i - 1), line);
            if (i > 0 && !goesOn) {
                end(lines.get(i - 1), out);
            }
            for (; page < line.page(); page++) {
                out.page(page + 1);
            }
            if (goesOn) {
                out.append(joint(lines.get(i - 1), line));
            }
            out.append(isHyphenated(i) ? line.words().substring(0, line.words().length() - 1) : line.words());
        }
        if (!lines.isEmpty()) {
            end(lines.get(lines.size() - 1), out);
        }
    }

    private boolean isHyphenated(int i) {
        return i + 1 < lines.size()
                && goesOn(lines.get(i), lines.get(i + 1))
                && hyphenated(lines.get(i), lines.get(i + 1));
    }

    private static String joint(PdfLine before, PdfLine line) {
        return hyphenated(before, line) ? "" : "\n";
    }

    private static boolean hyphenated(PdfLine before, PdfLine line) {
        String words = before.words();
        return words.length() > 2
                && (words.endsWith("-") || words.endsWith("\u00AD"))
                && Character.isLetter(words.charAt(words.length() - 2))
                && Character.isLowerCase(line.words().codePointAt(0));
    }

    private boolean goesOn(PdfLine before, PdfLine line) {
        if (level(before) != level(line)) {
            return false;
        }
        if (level(line) > 0) {
            return before.page() == line.page() && before.size() == line.size() && !line.opens();
        }
        boolean cutOff = !ENDS.matcher(before.words()).matches()
                && Character.isLowerCase(line.words().codePointAt(0));
        return !line.opens() || cutOff;
    }

    private void end(PdfLine last, Extraction out) {
        if (level(last) > 0) {
            out.endHeading(level(last));
        } else {
            out.endBlock();
        }
    }

    /** 1 to 6 for a heading's line, 0 for another. */
    private int level(PdfLine line) {
        if (line.words().length() > LONGEST_HEADING || line.words().codePoints().noneMatch(Character::isLetter)) {
            return 0;
        }
        if (line.size() >= body * LARGER) {
            return Math.min(6, 1 + larger.indexOf(line.size()));
        }
        boolean alone = line.bold() && line.opens() && line.words().length() < LONGEST_HEADING / 2;
        return alone && !ENDS.matcher(line.words()).matches() ? Math.min(6, 2 + larger.size()) : 0;
    }

    private static float bodySize(List<PdfLine> lines) {
        Map<Float, Integer> letters = new HashMap<>();
        lines.forEach(line -> letters.merge(line.size(), line.words().length(), Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0f);
    }

    /** Leaves out first and last lines that come back on many pages but for their numbers, and bare page numbers. */
    private static List<PdfLine> withoutRunningHeads(List<PdfLine> all) {
        Set<Integer> edges = new HashSet<>();
        for (int i = 0; i < all.size(); i++) {
            boolean first = i == 0 || all.get(i - 1).page() != all.get(i).page();
            boolean last =
                    i + 1 == all.size() || all.get(i + 1).page() != all.get(i).page();
            if (first || last) {
                edges.add(i);
            }
        }
        Map<String, Set<Integer>> pages = new HashMap<>();
        edges.forEach(i -> pages.computeIfAbsent(pattern(all.get(i)), p -> new HashSet<>())
                .add(all.get(i).page()));
        int last = all.isEmpty() ? 0 : all.get(all.size() - 1).page();
        List<PdfLine> kept = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            PdfLine line = all.get(i);
            int times = edges.contains(i)
                    ? pages.getOrDefault(pattern(line), Set.of()).size()
                    : 0;
            boolean running = times >= 3 && times * 3 >= last;
            boolean number = edges.contains(i)
                    && last > 1
                    && PAGE_NUMBER.matcher(line.words()).matches();
            if (!running && !number) {
                kept.add(line);
            }
        }
        return kept;
    }

    private static String pattern(PdfLine line) {
        return NUMBERS.matcher(line.words()).replaceAll("#");
    }
}
