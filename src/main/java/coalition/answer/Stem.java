package coalition.answer;

/** Cuts the commonest English endings, so that "quits", "quitting" and "quit" are one word. Lighter than Porter's: it never joins nouns and verbs. */
final class Stem {
    private Stem() {}

    /** The stem of a word in lower case; a word of up to three letters is its own stem. */
    static String of(String word) {
        if (word.length() <= 3 || Character.isDigit(word.charAt(0))) {
            return word;
        }
        String stem = plural(word);
        if (stem.endsWith("ing") && vowel(stem, stem.length() - 3)) {
            stem = undouble(stem.substring(0, stem.length() - 3));
        } else if (stem.endsWith("ed") && vowel(stem, stem.length() - 2)) {
            stem = undouble(stem.substring(0, stem.length() - 2));
        }
        if (stem.length() > 3 && stem.endsWith("e")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return stem.length() > 3 && stem.endsWith("y") ? stem.substring(0, stem.length() - 1) + "i" : stem;
    }

    private static String plural(String word) {
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches") || word.endsWith("xes")) {
            return word.substring(0, word.length() - 2);
        }
        boolean kept = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
        return word.endsWith("s") && !kept ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean vowel(String word, int end) {
        return end >= 2 && word.substring(0, end).chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
    }

    private static String undouble(String stem) {
        int last = stem.length() - 1;
        boolean twin = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
        return twin && "lsz".indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem;
    }
}
