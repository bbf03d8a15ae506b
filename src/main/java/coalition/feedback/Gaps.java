package coalition.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Groups the questions that were not answered: two belong together when the words that matter in them overlap enough (their
 * weighted Jaccard index; a word weighs the less the more questions have it).
 */
public final class Gaps {
    private static final double ALIKE = 0.34;
    private static final Set<String> COMMON = Set.of(
            ("a an and are as at be been being but by can could did do does for from had has have how i in into is it its"
                            + " me my no not of on or our s so t than that the their them then there these they this those to"
                            + " us was we were what when where which who whom whose why will with would you your about tell"
                            + " please explain know say says said")
                    .split(" "));

    private Gaps() {}

    /** The groups, most asked first; empty where everything was answered. */
    public static List<Gap> of(List<Unanswered> questions) {
        List<Set<String>> words =
                questions.stream().map(q -> words(q.question())).toList();
        Map<String, Double> weights = weights(words);
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            List<Integer> home = null;
            double best = ALIKE;
            for (List<Integer> group : groups) {
                double alike = 0;
                for (int other : group) {
                    alike = Math.max(alike, alike(words.get(i), words.get(other), weights));
                }
                if (alike >= best) {
                    best = alike;
                    home = group;
                }
            }
            if (home == null) {
                home = new ArrayList<>();
                groups.add(home);
            }
            home.add(i);
        }
        return groups.stream()
                .map(g -> gap(g, questions, words))
                .sorted(Comparator.comparingInt(Gap::count)
                        .reversed()
                        .thenComparing(Gap::last, Comparator.reverseOrder()))
                .toList();
    }

    private static Gap gap(List<Integer> group, List<Unanswered> questions, List<Set<String>> words) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i : group) {
            words.get(i).forEach(w -> counts.merge(w, 1, Integer::sum));
        }
        List<String> shared = counts.entrySet().stream()
                .filter(e -> e.getValue() * 2 >= group.size())
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(5)
                .map(Map.Entry::getKey)
                .toList();
        List<Unanswered> newest = group.stream()
                .map(questions::get)
                .sorted(Comparator.comparing(Unanswered::at).reversed())
                .toList();
        Set<String> distinct =
                newest.stream().map(q -> q.question().strip()).collect(Collectors.toCollection(LinkedHashSet::new));
        Instant last = newest.getFirst().at();
        return new Gap(shared, List.copyOf(distinct), group.size(), last);
    }

    private static Map<String, Double> weights(List<Set<String>> questions) {
        Map<String, Double> weights = new HashMap<>();
        for (Set<String> words : questions) {
            words.forEach(w -> weights.merge(w, 1.0, Double::sum));
        }
        weights.replaceAll((w, n) -> Math.log(1 + questions.size() / n));
        return weights;
    }

    private static double alike(Set<String> a, Set<String> b, Map<String, Double> weights) {
        double both = 0;
        double either = 0;
        Set<String> all = new HashSet<>(a);
        all.addAll(b);
        for (String word : all) {
            double weight = weights.getOrDefault(word, 0.0);
            either += weight;
            both += a.contains(word) && b.contains(word) ? weight : 0;
        }
        return either == 0 ? 1 : both / either;
    }

    private static Set<String> words(String question) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : question.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty() && !COMMON.contains(word)) {
                words.add(word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
            }
        }
        return words;
    }
}
