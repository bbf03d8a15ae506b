package coalition.retrieval;

import java.util.Map;

/**
 * A text with its misspelt words put right.
 *
 * @param text the text to search with
 * @param changed what was written to what it was taken for, in order; empty where nothing was changed
 */
public record Correction(String text, Map<String, String> changed) {
    public Correction {
        changed = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(changed));
    }
}
