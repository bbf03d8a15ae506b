package coalition.retrieval;

import coalition.document.DocumentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chooses among passages, best first: one of those with the same words, no document alone among the first where others fit, and last
 * what is nothing but links from one document to others.
 */
final class Selection {
    private static final int FIRST = 5;
    private static final int OF_ONE_DOCUMENT = 3;
    private static final double NEAR = 0.8;
    private static final Pattern LINKS =
            Pattern.compile("(?:[\\s>*+•.;,-]*\\[[^\\]]+\\]\\((?!\\p{Alpha}[\\p{Alnum}+.-]*:)[^)]+\\))+[\\s.;,]*");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Selection() {}

    /** At most {@code limit} passages, best first. */
    static List<Passage> of(List<Passage> ranked, int limit) {
        Map<Boolean, List<Passage>> byUse =
                withoutRepeats(ranked).stream().collect(Collectors.partitioningBy(Selection::isNavigation));
        List<Passage> spread = new ArrayList<>(spread(byUse.getOrDefault(false, List.of())));
        spread.addAll(byUse.getOrDefault(true, List.of()));
        return List.copyOf(spread.subList(0, Math.min(limit, spread.size())));
    }

    private static boolean isNavigation(Passage passage) {
        return LINKS.matcher(passage.chunk().text()).matches();
    }

    private static List<Passage> withoutRepeats(List<Passage> ranked) {
        Set<String> said = new HashSet<>();
        return ranked.stream()
                .filter(passage -> said.add(GAPS.matcher(passage.chunk().text().toLowerCase(Locale.ROOT))
                        .replaceAll(" ")))
                .toList();
    }

    /**
     * Where one document fills the first places, its further passages give way to those of others that score nearly as well, and
     * come right after.
     */
    private static List<Passage> spread(List<Passage> ranked) {
        List<Passage> first = new ArrayList<>();
        Set<Passage> taken = new HashSet<>();
        Map<DocumentId, Integer> counts = new HashMap<>();
        double enough = ranked.isEmpty() ? 0 : ranked.get(0).score() * NEAR;
        for (Passage passage : ranked) {
            if (first.size() == FIRST || passage.score() < enough) {
                break;
            }
            if (counts.merge(passage.chunk().document(), 1, Integer::sum) <= OF_ONE_DOCUMENT) {
                first.add(passage);
                taken.add(passage);
            }
        }
        ranked.stream().filter(passage -> !taken.contains(passage)).forEach(first::add);
        return first;
    }
}
