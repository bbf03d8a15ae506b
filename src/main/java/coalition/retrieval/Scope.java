package coalition.retrieval;

import coalition.document.DocumentId;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/**
 * Which documents a question may be answered from.
 *
 * @param patterns globs over document ids ({@code legal/**}); empty: all documents
 * @param excluded globs over document ids that never match, whatever {@code patterns} says
 */
public record Scope(List<String> patterns, List<String> excluded) {
    public Scope {
        patterns = List.copyOf(patterns);
        excluded = List.copyOf(excluded);
    }

    /** Every document. */
    public static Scope all() {
        return new Scope(List.of(), List.of());
    }

    /** Whether every document is in scope. */
    public boolean isAll() {
        return patterns.isEmpty() && excluded.isEmpty();
    }

    /** Whether the document is in scope. */
    public boolean contains(DocumentId document) {
        return (patterns.isEmpty() || patterns.stream().anyMatch(p -> matches(p, document)))
                && excluded.stream().noneMatch(p -> matches(p, document));
    }

    private static boolean matches(String pattern, DocumentId document) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(document.value()));
    }
}
