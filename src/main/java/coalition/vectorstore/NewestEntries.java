package coalition.vectorstore;

import dev.langchain4j.data.segment.TextSegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Entries that are in the table and in no segment of the index yet, in the order of their keys. A search looks at each of them.
 * Immutable.
 */
final class NewestEntries {
    static final NewestEntries NONE = new NewestEntries(List.of());

    /** More of them, or longer ones, go into the index at once. */
    private static final int MOST_AT_ONCE = 16;

    private static final int MOST_CHARACTERS_AT_ONCE = 100_000;

    private final List<Newest> entries;
    private final int texts;
    private final long lengths;

    /**
     * An entry with what the index would know of its text.
     *
     * @param times how often each term stands in the text; empty without text
     * @param length terms in the text
     */
    record Newest(Entry entry, Map<String, Integer> times, int length) {
        static Newest of(Entry entry) {
            TextSegment segment = entry.segment();
            List<String> terms = segment == null ? List.of() : KeywordTerms.of(segment.text());
            Map<String, Integer> times = HashMap.newHashMap(terms.size());
            terms.forEach(term -> times.merge(term, 1, Integer::sum));
            return new Newest(entry, times, terms.size());
        }
    }

    private NewestEntries(List<Newest> entries) {
        this.entries = entries;
        this.texts =
                (int) entries.stream().filter(newest -> newest.length() > 0).count();
        this.lengths = entries.stream().mapToLong(Newest::length).sum();
    }

    /** Whether so many and so long entries may be added here; the index takes the others. */
    static boolean mayTake(List<Entry> added) {
        long characters = 0;
        for (Entry entry : added) {
            TextSegment segment = entry.segment();
            characters += segment == null ? 0 : segment.text().length();
        }
        return added.size() <= MOST_AT_ONCE && characters <= MOST_CHARACTERS_AT_ONCE;
    }

    /** These and later ones. */
    NewestEntries with(List<Entry> added) {
        List<Newest> all = new ArrayList<>(entries.size() + added.size());
        all.addAll(entries);
        added.forEach(entry -> all.add(Newest.of(entry)));
        return new NewestEntries(all);
    }

    List<Newest> all() {
        return entries;
    }

    List<Entry> entries() {
        return entries.stream().map(Newest::entry).toList();
    }

    int size() {
        return entries.size();
    }

    /** How many have a text with a term in it. */
    int texts() {
        return texts;
    }

    /** Terms in all texts together. */
    long lengths() {
        return lengths;
    }

    /** Different terms of each text, added up. */
    long differentTerms() {
        return entries.stream().mapToLong(newest -> newest.times().size()).sum();
    }

    /** How many texts hold the term. */
    int holding(String term) {
        return (int) entries.stream()
                .filter(newest -> newest.times().containsKey(term))
                .count();
    }

    /** How often the term stands in all texts. */
    long times(String term) {
        return entries.stream()
                .mapToLong(newest -> newest.times().getOrDefault(term, 0))
                .sum();
    }
}
