package coalition.document;

/**
 * A run of a text: from {@code start} (inclusive) to {@code end} (exclusive), in UTF-16 units of the document's decoded text.
 *
 * @param start first unit, 0 or more
 * @param end one past the last unit, at least {@code start}
 */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span from " + start + " to " + end);
        }
    }

    /** The number of units. */
    public int length() {
        return end - start;
    }

    /** Whether every unit of {@code other} lies in this span. */
    public boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }

    /** Whether the two share a unit. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    /** The words of this span in the text it belongs to. */
    public String in(String text) {
        return text.substring(start, end);
    }
}
