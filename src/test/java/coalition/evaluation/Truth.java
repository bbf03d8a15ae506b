package coalition.evaluation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether words are the accepted ones: SQuAD's exact match and F1, and a sentence that holds an answer as whole words. */
final class Truth {
    private Truth() {}

    static boolean holds(String sentence, List<String> answers) {
        String plain = plain(sentence);
        return answers.stream().map(Truth::plain).anyMatch(a -> !a.isBlank() && plain.contains(a));
    }

    static boolean exact(String words, List<String> answers) {
        return answers.stream().anyMatch(a -> tokens(a).equals(tokens(words)));
    }

    static double f1(String words, List<String> answers) {
        return answers.stream()
                .mapToDouble(a -> f1(tokens(words), tokens(a)))
                .max()
                .orElse(0);
    }

    private static double f1(List<String> given, List<String> wanted) {
        Map<String, Integer> left = new HashMap<>();
        wanted.forEach(t -> left.merge(t, 1, Integer::sum));
        int same = 0;
        for (String token : given) {
            if (left.merge(token, -1, Integer::sum) >= 0) {
                same++;
            }
        }
        return same == 0 ? 0 : 2.0 * same / (given.size() + wanted.size());
    }

    private static List<String> tokens(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("[!-/:-@\\[-`{-~]", "")
                .replaceAll("\\b(a|an|the)\\b", " ")
                .strip();
        return plain.isEmpty() ? new ArrayList<>() : List.of(plain.split("\\s+"));
    }

    private static String plain(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019\u2018]", "")
                .replaceAll("(?<=\\p{N}),(?=\\p{N})", "");
        return " " + lower.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }
}
