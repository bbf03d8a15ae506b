package coalition.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which English words may stand for one another in some of their senses, and which are opposites, beyond what the {@link WordBook}
 * knows: from WordNet and from pairs learnt by {@code LearnedPairs}. Words are given by their roots. Immutable.
 */
final class Thesaurus {
    static final Thesaurus ENGLISH = new Thesaurus(AnswerPrompt.resource("thesaurus.txt"), WordBook.ENGLISH);

    private final WordBook book;
    private final Map<String, Set<Integer>> groups = new HashMap<>();
    private final Map<String, Set<String>> wider = new HashMap<>();
    private final Map<String, Set<String>> opposites = new HashMap<>();

    Thesaurus(String lines, WordBook book) {
        this.book = book;
        Map<String, String> roots = new HashMap<>();
        int group = 0;
        for (String line : lines.split("\n")) {
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.substring(2).split(" ");
            for (int i = 0; i < words.length; i++) {
                words[i] = roots.computeIfAbsent(words[i], book::root);
            }
            switch (line.charAt(0)) {
                case '^' ->
                    wider.computeIfAbsent(words[0], w -> new HashSet<>(2)).add(words[1]);
                case '!' -> {
                    opposites.computeIfAbsent(words[0], w -> new HashSet<>(2)).add(words[1]);
                    opposites.computeIfAbsent(words[1], w -> new HashSet<>(2)).add(words[0]);
                }
                default -> {
                    group++;
                    for (String word : words) {
                        groups.computeIfAbsent(word, w -> new HashSet<>(4)).add(group);
                    }
                }
            }
        }
    }

    /** Whether a claim's word may stand for a source's: a synonym, a derived word, or a wider one. */
    boolean covers(String claim, String source) {
        Set<Integer> mine = groups.getOrDefault(claim, Set.of());
        boolean same = !mine.isEmpty()
                && groups.getOrDefault(source, Set.of()).stream().anyMatch(mine::contains);
        return same || wider.getOrDefault(source, Set.of()).contains(claim);
    }

    /** Whether the root is one of a word, so that it need not be a name. */
    boolean knows(String root) {
        return groups.containsKey(root) || wider.containsKey(root) || opposites.containsKey(root);
    }

    /** Whether two words say the opposite, by the book too. */
    boolean opposite(String one, String other) {
        return opposites.getOrDefault(one, Set.of()).contains(other) || book.opposite(one, other);
    }
}
