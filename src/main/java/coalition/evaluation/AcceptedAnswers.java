package coalition.evaluation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The answers accepted for a question. Words are compared as SQuAD does (Rajpurkar et al., 2016): without case, marks and articles.
 *
 * @param texts each enough on its own; empty: any answer from the right place will do
 */
public record AcceptedAnswers(List<String> texts) {
    public AcceptedAnswers {
        texts = List.copyOf(texts);
    }

    /** Whether the text holds one of them as whole words. */
    public boolean in(String text) {
        String plain = plain(text);
        return texts.stream().map(AcceptedAnswers::plain).anyMatch(a -> !a.isBlank() && plain.contains(a));
    }

    /** Whether the words are one of them. */
    public boolean exactly(String words) {
        List<String> given = tokens(words);
        return texts.stream().anyMatch(a -> tokens(a).equals(given));
    }

    /** The harmonic mean of precision and recall of the words, the best over the accepted answers, 0 to 1. */
    public double f1(String words) {
        List<String> given = tokens(words);
        return texts.stream().mapToDouble(a -> f1(given, tokens(a))).max().orElse(0);
    }

    private static double f1(List<String> given, List<String> wanted) {
        Map<String, Integer> left = new HashMap<>();
        wanted.forEach(t -> left.merge(t, 1, Integer::sum));
        int same = 0;
        for (String token : given) {
            same += left.merge(token, -1, Integer::sum) >= 0 ? 1 : 0;
        }
        return same == 0 ? 0 : 2.0 * same / (given.size() + wanted.size());
    }

    private static List<String> tokens(String text) {
        String plain = text.toLowerCase(Locale.ROOT)
                .replaceAll("\\p{Punct}", "")
                .replaceAll("\\b(a|an|the)\\b", " ")
                .strip();
        return plain.isEmpty() ? new ArrayList<>() : List.of(plain.split("\\s+"));
    }

    private static String plain(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019](?=s\\b)", " ")
                .replaceAll("['\u2019\u2018]", "")
                .replaceAll("(?<=\\p{N}),(?=\\p{N})", "");
        return " " + lower.replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip() + " ";
    }
}
