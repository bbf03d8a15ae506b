package coalition.cli;

import java.util.List;

/**
 * Cleans, colours and wraps text. Styles travel inside the text as private characters, which no text from a document keeps, and
 * become escapes at the end.
 *
 * @param colour whether styles show
 * @param width columns; 0: lines are not wrapped
 */
record Paint(boolean colour, int width) {
    private static final char BOLD = '\uE000';
    private static final char DIM = '\uE001';
    private static final char GREEN = '\uE002';
    private static final char YELLOW = '\uE003';
    private static final char CYAN = '\uE004';
    private static final char END = '\uE00F';
    private static final List<String> ESCAPES = List.of("\033[1m", "\033[2m", "\033[32m", "\033[33m", "\033[36m");

    static String bold(String text) {
        return BOLD + text + END;
    }

    static String dim(String text) {
        return DIM + text + END;
    }

    static String green(String text) {
        return GREEN + text + END;
    }

    static String yellow(String text) {
        return YELLOW + text + END;
    }

    static String cyan(String text) {
        return CYAN + text + END;
    }

    /**
     * The text without anything a terminal would obey or a reader could not see: controls, escapes, directions, invisible and
     * private characters. Line breaks and tabs stay.
     */
    static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || !hidden(c)) {
                kept.appendCodePoint(c);
            }
        });
        return kept.toString();
    }

    /** The text on one line: clean, with every run of white space as one blank. */
    static String line(String text) {
        return clean(text).replaceAll("\\s+", " ").strip();
    }

    private static boolean hidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> c >= 0xFE00 && c <= 0xFE0F;
        };
    }

    /** The text with its styles shown or taken away, each line behind {@code indent}, wrapped where there is a width. */
    String block(String indent, String text) {
        return block(indent, indent, text);
    }

    /** The same with an indent of its own for the first line. */
    String block(String first, String indent, String text) {
        StringBuilder lines = new StringBuilder(show(first));
        int room = width == 0 ? Integer.MAX_VALUE : Math.max(20, Math.min(width, 100));
        int column = columns(first);
        boolean empty = true;
        for (String word : text.split(" ")) {
            int length = columns(word);
            if (!empty && column + 1 + length > room) {
                lines.append('\n').append(indent);
                column = columns(indent);
                empty = true;
            }
            if (!empty) {
                lines.append(' ');
                column++;
            }
            lines.append(show(word));
            column += length;
            empty = false;
        }
        return lines.append('\n').toString();
    }

    /** The text with its styles shown or taken away. */
    String show(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == END) {
                shown.append(colour ? "\033[0m" : "");
            } else if (c >= BOLD && c <= CYAN) {
                shown.append(colour ? ESCAPES.get(c - BOLD) : "");
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    /** How many columns the text takes: none for styles and marks, two for wide characters. */
    static int columns(String text) {
        return text.codePoints()
                .map(c -> {
                    if (c >= BOLD && c <= END) {
                        return 0;
                    }
                    int type = Character.getType(c);
                    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
                        return 0;
                    }
                    return wide(c) ? 2 : 1;
                })
                .sum();
    }

    private static boolean wide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}
