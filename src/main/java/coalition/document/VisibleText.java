package coalition.document;

/**
 * A text without the characters nobody sees: zero-width and bidirectional marks, variation selectors, tags, soft hyphens, fillers
 * and control characters other than tab and line ends. Such characters can hide orders from people or turn a line around, so they
 * are neither shown nor embedded; offsets keep counting the text as it is. Immutable.
 */
public final class VisibleText {
    private final String text;
    private final int[] origins;

    private VisibleText(String text, int[] origins) {
        this.text = text;
        this.origins = origins;
    }

    /** The visible part of a text, knowing where each unit stood. */
    public static VisibleText of(String original) {
        StringBuilder kept = new StringBuilder(original.length());
        int[] origins = new int[original.length() + 1];
        for (int i = 0; i < original.length(); ) {
            int point = original.codePointAt(i);
            int units = Character.charCount(point);
            if (!isInvisible(point)) {
                for (int u = 0; u < units; u++) {
                    origins[kept.length()] = i + u;
                    kept.append(original.charAt(i + u));
                }
            }
            i += units;
        }
        origins[kept.length()] = original.length();
        return new VisibleText(kept.toString(), origins);
    }

    /** The text without what nobody sees; the same object where there is nothing to leave out. */
    public static String strip(String text) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (isInvisible(point)) {
                return of(text).text();
            }
            i += Character.charCount(point);
        }
        return text;
    }

    /** Whether a code point is left out. */
    public static boolean isInvisible(int point) {
        if (point < 0x7F) {
            return point < 0x20 && point != '\t' && point != '\n' && point != '\r';
        }
        return point <= 0x9F
                || point == 0xAD
                || point == 0x34F
                || point == 0x61C
                || point == 0x115F
                || point == 0x1160
                || (point >= 0x180B && point <= 0x180F)
                || (point >= 0x200B && point <= 0x200F)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2060 && point <= 0x206F)
                || point == 0x3164
                || (point >= 0xD800 && point <= 0xDFFF)
                || (point >= 0xFE00 && point <= 0xFE0F)
                || point == 0xFEFF
                || point == 0xFFA0
                || (point >= 0xFFF0 && point <= 0xFFFB)
                || (point >= 0x1BCA0 && point <= 0x1BCA3)
                || (point >= 0x1D173 && point <= 0x1D17A)
                || (point >= 0xE0000 && point <= 0xE0FFF);
    }

    /** What is seen. */
    public String text() {
        return text;
    }

    /** Where in the original the unit at {@code index} of {@link #text()} stood; the original's length for the text's end. */
    public int origin(int index) {
        return index >= text.length() ? origins[text.length()] : origins[index];
    }
}
