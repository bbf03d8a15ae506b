package coalition.ingest;

import coalition.document.Span;

/** Estimates how many pieces an embedding model cuts a text into, without the model. */
final class WordPieces {
    private static final int WHOLE = 8;
    private static final int PIECE = 4;

    private WordPieces() {}

    /** A word of up to eight letters counts 1, a longer one 1 more for each four; a mark or an ideograph counts 1. */
    static int count(String text, Span run) {
        int pieces = 0;
        int letters = 0;
        for (int i = run.start(); i < run.end(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (Character.isLetterOrDigit(point) && !Character.isIdeographic(point)) {
                letters++;
                continue;
            }
            pieces += word(letters) + (Character.isWhitespace(point) ? 0 : 1);
            letters = 0;
        }
        return pieces + word(letters);
    }

    private static int word(int letters) {
        return letters == 0 ? 0 : letters <= WHOLE ? 1 : 1 + (letters - WHOLE + PIECE - 1) / PIECE;
    }
}
