package coalition.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Which English words are forms of one another, say the same, or say the opposite: from a resource, and by endings. Words are given
 * in lower case. Safe for several threads.
 */
final class WordBook {

    private static final List<String> DERIVED = List.of(
            "ization", "isation", "ational", "fulness", "ousness", "iveness", "ation", "ition", "ement", "ically",
            "ician", "ional", "sion", "tion", "ment", "ness", "ance", "ence", "able", "ible", "ally", "ship", "hood",
            "ture", "ing", "ion", "ity", "ive", "ous", "ful", "ant", "ent", "ism", "ist", "ial", "ian", "ery", "age",
            "ize", "ise", "ic", "anc", "enc", "abl", "ibl", "iv", "tur", "iz", "at", "ag", "al", "er", "or", "ar", "ly",
            "ed", "en", "th", "y", "e");

    private static final List<String> ENDS_IN_ES = List.of("sses", "shes", "ches", "xes", "zes");

    static final WordBook ENGLISH = of("words.txt");

    private static final int MOST_KEPT = 20_000;

    // the words of a folder come back question after question
    private final Map<String, String> roots = new ConcurrentHashMap<>();
    private final Map<String, String> cuts = new ConcurrentHashMap<>();
    private final Map<String, String> forms = new HashMap<>();
    private final Map<String, Set<Integer>> groups = new HashMap<>();
    private final Map<String, Set<String>> opposites = new HashMap<>();
    private final Set<String> stems = new HashSet<>();

    /**
     * The book of a resource beside this class.
     *
     * @throws IllegalStateException where it is missing
     */
    static WordBook of(String resource) {
        return new WordBook(AnswerPrompt.resource(resource));
    }

    WordBook(String lines) {
        int group = 0;
        for (String line : lines.split("\\R")) {
            String[] words =
                    line.isEmpty() ? new String[0] : line.substring(1).strip().split(" ");
            if (line.startsWith("~")) {
                for (String word : words) {
                    forms.put(word, words[0]);
                }
            } else if (line.startsWith("=")) {
                group++;
                for (String word : words) {
                    groups.computeIfAbsent(rootOf(word), r -> new HashSet<>()).add(group);
                }
            } else if (line.startsWith("!")) {
                opposites
                        .computeIfAbsent(rootOf(words[0]), r -> new HashSet<>())
                        .add(rootOf(words[1]));
                opposites
                        .computeIfAbsent(rootOf(words[1]), r -> new HashSet<>())
                        .add(rootOf(words[0]));
            }
        }
        groups.keySet().forEach(root -> stems.add(stem(root)));
    }

    /** What the inflected forms of a word have in common; not always a word. */
    String root(String word) {
        return kept(roots, word, this::rootOf);
    }

    private String rootOf(String word) {
        String bare = bare(word);
        String known = forms.get(bare);
        if (known != null) {
            return known;
        }
        String stripped = inflection(bare);
        String plural = bare.endsWith("s") ? forms.get(bare.substring(0, bare.length() - 1)) : null;
        String base = plural == null ? forms.get(stripped) : plural;
        return base == null ? stripped : base;
    }

    /** Whether two roots are of one family: decide, decision. */
    boolean related(String one, String other) {
        if (one.length() < 4 || other.length() < 4) {
            return false;
        }
        String a = kept(cuts, one, WordBook::stem);
        String b = kept(cuts, other, WordBook::stem);
        if (a.equals(b)) {
            return true;
        }
        int common = 0;
        while (common < Math.min(a.length(), b.length()) && a.charAt(common) == b.charAt(common)) {
            common++;
        }
        boolean most = common >= 5 && common >= Math.max(a.length(), b.length()) - 2;
        boolean whole = common >= 4 && common == Math.min(a.length(), b.length());
        return most || (whole && Math.abs(a.length() - b.length()) <= 2);
    }

    /** Whether the root is one of the book's, so that it is no name. */
    boolean knows(String root) {
        return groups.containsKey(root)
                || opposites.containsKey(root)
                || forms.containsValue(root)
                || stems.contains(stem(root));
    }

    /** Whether two roots can say the same. */
    boolean same(String one, String other) {
        Set<Integer> mine = groups.getOrDefault(one, Set.of());
        return groups.getOrDefault(other, Set.of()).stream().anyMatch(mine::contains);
    }

    /** Whether two roots say the opposite. */
    boolean opposite(String one, String other) {
        return opposites.getOrDefault(one, Set.of()).contains(other) || negates(one, other) || negates(other, one);
    }

    private static boolean negates(String one, String other) {
        if (one.length() <= other.length() || other.length() < 4) {
            return false;
        }
        String prefix = one.substring(0, one.length() - other.length());
        return one.endsWith(other)
                && Set.of("un", "in", "im", "il", "ir", "dis", "non", "mis", "anti", "de")
                        .contains(prefix);
    }

    private static String stem(String root) {
        String stem = root;
        for (int round = 0; round < 2; round++) {
            for (String ending : DERIVED) {
                if (stem.endsWith(ending) && stem.length() - ending.length() >= 4) {
                    stem = stem.substring(0, stem.length() - ending.length());
                    break;
                }
            }
        }
        return stem;
    }

    private static String inflection(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        if (w.length() <= 3) {
            return w;
        }
        if (w.endsWith("ies") || w.endsWith("ied")) {
            w = w.substring(0, w.length() - 3) + "y";
        } else if (ENDS_IN_ES.stream().anyMatch(w::endsWith)) {
            w = w.substring(0, w.length() - 2);
        } else if (w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us") && !w.endsWith("is")) {
            w = w.substring(0, w.length() - 1);
        } else if (w.endsWith("ed") && !w.endsWith("eed") && vowel(w, 2)) {
            w = undouble(w.substring(0, w.length() - 2));
        } else if (w.endsWith("ing") && vowel(w, 3)) {
            w = undouble(w.substring(0, w.length() - 3));
        }
        return w.length() > 3 && w.endsWith("e") ? w.substring(0, w.length() - 1) : w;
    }

    /** What was worked out for the word before, or is now. */
    private static String kept(Map<String, String> known, String word, UnaryOperator<String> made) {
        if (known.size() > MOST_KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(word, made);
    }

    /** Without an owner's ending and hyphens. */
    private static String bare(String word) {
        boolean owner = word.endsWith("'s") || word.endsWith("’s");
        boolean owners = word.endsWith("'") || word.endsWith("’");
        int end = word.length() - (owner ? 2 : owners ? 1 : 0);
        return word.substring(0, end).replace("-", "");
    }

    private static boolean vowel(String word, int ending) {
        return word.substring(0, word.length() - ending).chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0)
                && word.length() - ending > 1;
    }

    private static String undouble(String stem) {
        int last = stem.length() - 1;
        boolean twin = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
        return twin && "lsz".indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem;
    }
}
