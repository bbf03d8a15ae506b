package coalition.retrieval;

import coalition.model.TextEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes words that occur nowhere in what is indexed for the nearest word that does: one slip (a letter more, less, other or
 * swapped with the next) in words from five letters, two where the right word has eight or is a name of seven, the first letter right. A word the encoder knows whole is a
 * word, not a slip, and stays. Safe for several threads.
 */
public final class Spelling {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}’']{3,39}");
    private static final String UNKNOWN = "\u0000";
    private static final int SHORTEST = 5;
    private static final int LONG = 8;
    private static final int MOST_WORDS = 64;

    private final Vocabulary vocabulary;
    private final TermStatistics statistics;
    private final TextEncoder encoder;
    private volatile Shelf shelf = new Shelf(-1, Map.of());

    public Spelling(Vocabulary vocabulary, TermStatistics statistics, TextEncoder encoder) {
        this.vocabulary = vocabulary;
        this.statistics = statistics;
        this.encoder = encoder;
    }

    /** The text with unknown words replaced where one near to them is known. */
    public Correction correct(String text) {
        Map<String, String> changed = new LinkedHashMap<>();
        StringBuilder out = new StringBuilder();
        Matcher word = WORD.matcher(text);
        int words = 0;
        while (word.find()) {
            Optional<String> better = words++ < MOST_WORDS ? replacement(word.group()) : Optional.empty();
            better.ifPresent(right -> changed.put(word.group(), right));
            word.appendReplacement(out, Matcher.quoteReplacement(better.orElse(word.group())));
        }
        word.appendTail(out);
        return new Correction(out.toString(), changed);
    }

    private Optional<String> replacement(String written) {
        String possessive = written.matches(".*['’]s$") ? written.substring(written.length() - 2) : "";
        String word = written.substring(0, written.length() - possessive.length());
        if (word.codePointCount(0, word.length()) < SHORTEST || known(word)) {
            return Optional.empty();
        }
        String lower = word.toLowerCase(Locale.ROOT);
        List<Near> near = new ArrayList<>();
        shelf().words().getOrDefault(lower.codePointAt(0), List.of()).forEach(entry -> {
            int most = entry.lower().length() >= (entry.isName() ? LONG - 1 : LONG) ? 2 : 1;
            int slips = Slips.between(lower, entry.lower(), most);
            if (slips > 0 && slips <= most) {
                near.add(new Near(entry, slips));
            }
        });
        return near.stream()
                .min(Comparator.comparingInt(Near::slips)
                        .thenComparingInt(n -> -n.entry().chunks()))
                .filter(best -> encoder.encode(lower).size() > 1)
                .map(best -> best.entry().written() + possessive);
    }

    private boolean known(String word) {
        double highest = statistics.idf(UNKNOWN);
        return statistics.terms(word).stream().allMatch(term -> statistics.idf(term) < highest);
    }

    private Shelf shelf() {
        Shelf current = shelf;
        long generation = vocabulary.generation();
        if (current.generation() != generation) {
            Map<Integer, List<Entry>> words = new LinkedHashMap<>();
            vocabulary.words().forEach((word, chunks) -> {
                String lower = word.toLowerCase(Locale.ROOT);
                if (lower.length() >= SHORTEST - 1) {
                    words.computeIfAbsent(lower.codePointAt(0), first -> new ArrayList<>())
                            .add(new Entry(word, lower, chunks));
                }
            });
            current = new Shelf(generation, words);
            shelf = current;
        }
        return current;
    }

    private record Shelf(long generation, Map<Integer, List<Entry>> words) {}

    private record Entry(String written, String lower, int chunks) {
        boolean isName() {
            return !written.equals(lower);
        }
    }

    private record Near(Entry entry, int slips) {}
}
