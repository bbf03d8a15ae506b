package coalition.document;

import java.util.Objects;

/**
 * Names a document: its path below the knowledge folder, with forward slashes ({@code reports/2016.pdf}).
 *
 * @param value the path, never blank
 */
public record DocumentId(String value) implements Comparable<DocumentId> {
    public DocumentId {
        Objects.requireNonNull(value, "value");
        if (value.isBlank()) {
            throw new IllegalArgumentException("a document id is blank");
        }
    }

    @Override
    public int compareTo(DocumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
