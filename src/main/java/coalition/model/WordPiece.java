package coalition.model;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * BERT's uncased WordPiece: lower-case pieces of words without accents, each knowing the characters it stands for.
 * Names of special tokens in a text ({@code [SEP]}) are text. Safe for several threads.
 */
final class WordPiece {
    static final int CLS = 101;
    static final int SEP = 102;
    private static final int UNKNOWN = 100;
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> words = new HashMap<>(1 << 16);
    private final Map<String, Integer> continuations = new HashMap<>(1 << 14);

    /** With a vocabulary: a piece's place is its number, {@code ##} marks one that goes on a word. */
    WordPiece(List<String> vocabulary) {
        for (int i = 0; i < vocabulary.size(); i++) {
            String piece = vocabulary.get(i);
            if (piece.startsWith("##") && piece.length() > 2) {
                continuations.put(piece.substring(2), i);
            } else {
                words.put(piece, i);
            }
        }
    }

    /** The pieces of a text, without {@code [CLS]} and {@code [SEP]}; none for a text without words or marks. */
    Pieces split(String text) {
        Word word = new Word(this);
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            int next = i + Character.charCount(letter);
            if (letter < 128) {
                word.addLetter(letter, Character.toLowerCase(letter), i, next);
            } else {
                addWide(word, letter, i, next);
            }
            i = next;
        }
        word.close();
        return word.pieces();
    }

    private static void addWide(Word word, int letter, int start, int end) {
        if (isSpace(letter)) {
            word.close();
        } else if (letter != 0xFFFD && !isControl(letter)) {
            String parts = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
            parts.codePoints()
                    .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                    .forEach(c -> word.addLetter(letter, Character.toLowerCase(c), start, end));
        }
    }

    private static boolean isSpace(int letter) {
        return switch (Character.getType(letter)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r';
        };
    }

    private static boolean isControl(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static boolean standsAlone(int letter, int lower) {
        return isIdeograph(letter) || isMark(lower);
    }

    private static boolean isMark(int letter) {
        if (letter < 128) {
            return letter > ' ' && letter < 127 && !Character.isLetterOrDigit(letter);
        }
        return switch (Character.getType(letter)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isIdeograph(int letter) {
        return (letter >= 0x4E00 && letter <= 0x9FFF)
                || (letter >= 0x3400 && letter <= 0x4DBF)
                || (letter >= 0xF900 && letter <= 0xFAFF)
                || (letter >= 0x20000 && letter <= 0x2A6DF)
                || (letter >= 0x2A700 && letter <= 0x2CEAF)
                || (letter >= 0x2F800 && letter <= 0x2FA1F);
    }

    /**
     * A text in pieces. The arrays belong to the receiver.
     *
     * @param ids numbers in the vocabulary
     * @param starts first unit of each piece in the text
     * @param ends one past its last unit
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Pieces(int[] ids, int[] starts, int[] ends) {
        int size() {
            return ids.length;
        }
    }

    /** The word being read, and the pieces of those before it. */
    private static final class Word {
        private final WordPiece owner;
        private final StringBuilder letters = new StringBuilder();
        private int[] from = new int[32];
        private int[] to = new int[32];
        private int[] ids = new int[64];
        private int[] starts = new int[64];
        private int[] ends = new int[64];
        private int count;

        Word(WordPiece owner) {
            this.owner = owner;
        }

        void addLetter(int letter, int lower, int start, int end) {
            if (isSpace(letter)) {
                close();
            } else if (letter >= 128 || !isControl(letter)) {
                boolean alone = standsAlone(letter, lower);
                if (alone) {
                    close();
                }
                add(lower, start, end);
                if (alone) {
                    close();
                }
            }
        }

        private void add(int letter, int start, int end) {
            int units = Character.charCount(letter);
            if (letters.length() + units > from.length) {
                from = Arrays.copyOf(from, from.length * 2);
                to = Arrays.copyOf(to, to.length * 2);
            }
            for (int u = 0; u < units; u++) {
                from[letters.length() + u] = start;
                to[letters.length() + u] = end;
            }
            letters.appendCodePoint(letter);
        }

        void close() {
            if (letters.isEmpty()) {
                return;
            }
            String word = letters.toString();
            int before = count;
            if (word.codePointCount(0, word.length()) > LONGEST_WORD || !cut(word)) {
                count = before;
                put(UNKNOWN, 0, word.length());
            }
            letters.setLength(0);
        }

        private boolean cut(String word) {
            for (int start = 0; start < word.length(); ) {
                int end = word.length();
                Integer id = null;
                Map<String, Integer> known = start == 0 ? owner.words : owner.continuations;
                while (end > start) {
                    id = known.get(word.substring(start, end));
                    if (id != null) {
                        break;
                    }
                    end = word.offsetByCodePoints(end, -1);
                }
                if (id == null) {
                    return false;
                }
                put(Objects.requireNonNull(id), start, end);
                start = end;
            }
            return true;
        }

        private void put(int id, int start, int end) {
            if (count == ids.length) {
                ids = Arrays.copyOf(ids, count * 2);
                starts = Arrays.copyOf(starts, count * 2);
                ends = Arrays.copyOf(ends, count * 2);
            }
            ids[count] = id;
            starts[count] = from[start];
            ends[count++] = to[end - 1];
        }

        Pieces pieces() {
            return new Pieces(Arrays.copyOf(ids, count), Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
        }
    }
}
