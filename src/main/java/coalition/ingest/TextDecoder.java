package coalition.ingest;

import coalition.document.VisibleText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns a file's bytes into text to the letter, or says why it is no text. A byte order mark decides; without one it is UTF-8, or
 * UTF-16 where every second byte is zero, or Windows-1252 where the bytes are no UTF-8 and read like prose in it. The mark stays
 * in the text of UTF-8 (as U+FEFF, the way most readers see it) and is left out of UTF-16 and UTF-32. Line ends stay as they are.
 */
final class TextDecoder {
    private static final int LONGEST = 5_000_000;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private TextDecoder() {}

    /** The text; throws {@link UnreadableFileException} for what is empty, binary, too long or in no encoding known here. */
    static String decode(byte[] bytes) {
        String text = decodeBytes(bytes);
        if (text.length() > LONGEST) {
            throw new UnreadableFileException(SkipReason.TOO_LARGE, "more than " + LONGEST + " characters");
        }
        if (isBinary(text)) {
            throw new UnreadableFileException(SkipReason.BINARY);
        }
        if (VisibleText.strip(text).isBlank()) {
            throw new UnreadableFileException(bytes.length == 0 ? SkipReason.EMPTY : SkipReason.NO_TEXT);
        }
        return text;
    }

    private static String decodeBytes(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
            return strict(bytes, 4, Charset.forName("UTF-32LE"));
        }
        if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
            return strict(bytes, 4, Charset.forName("UTF-32BE"));
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return strict(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return strict(bytes, 2, StandardCharsets.UTF_16BE);
        }
        double[] zeros = zeros(bytes);
        if (zeros[0] + zeros[1] > 0) {
            return wideWithoutMark(bytes, zeros);
        }
        try {
            return decodeStrictly(bytes, 0, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return windows(bytes);
        }
    }

    private static String wideWithoutMark(byte[] bytes, double[] zeros) {
        boolean little = zeros[1] > 0.6 && zeros[0] < 0.05;
        boolean big = zeros[0] > 0.6 && zeros[1] < 0.05;
        if (bytes.length % 2 != 0 || !(little || big)) {
            throw new UnreadableFileException(SkipReason.BINARY);
        }
        return strict(bytes, 0, little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static String windows(byte[] bytes) {
        if (readsAsUtf8InParts(bytes)) {
            throw new UnreadableFileException(SkipReason.UNREADABLE, "it is broken UTF-8");
        }
        String text = strict(bytes, 0, WINDOWS);
        long odd = text.chars()
                .filter(c ->
                        c >= 0x80 && !Character.isLetter(c) && "€‚„…‘’“”•–—™«»£§©®°¡¿´·½¼¾²³¹º\u00A0ª".indexOf(c) < 0)
                .count();
        long high = text.chars().filter(c -> c >= 0x80).count();
        if (odd * 10 > high || high * 3 > text.length()) {
            throw unknownEncoding();
        }
        return text;
    }

    /** Whether most high bytes form characters of UTF-8: then the file is damaged, and another encoding would garble it. */
    private static boolean readsAsUtf8InParts(byte[] bytes) {
        int good = 0;
        int bad = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b < 0x80) {
                continue;
            }
            int more = b >= 0xF0 && b < 0xF5 ? 3 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xC2 && b < 0xE0 ? 1 : 0;
            int seen = 0;
            while (seen < more && i + 1 < bytes.length && (bytes[i + 1] & 0xC0) == 0x80) {
                seen++;
                i++;
            }
            if (more > 0 && seen == more) {
                good++;
            } else {
                bad++;
            }
        }
        return good > 0 && good >= bad;
    }

    private static String strict(byte[] bytes, int skip, Charset charset) {
        try {
            return decodeStrictly(bytes, skip, charset);
        } catch (CharacterCodingException e) {
            throw unknownEncoding();
        }
    }

    private static String decodeStrictly(byte[] bytes, int skip, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
                .toString();
    }

    private static UnreadableFileException unknownEncoding() {
        return new UnreadableFileException(SkipReason.UNREADABLE, "its encoding is not known; save it as UTF-8");
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** The shares of zeros among the bytes at even and at odd places. */
    private static double[] zeros(byte[] bytes) {
        int[] zeros = new int[2];
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                zeros[i & 1]++;
            }
        }
        double half = Math.max(1, bytes.length / 2.0);
        return new double[] {zeros[0] / half, zeros[1] / half};
    }

    private static boolean isBinary(String text) {
        long controls = text.chars()
                .filter(c -> (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F)
                .count();
        return text.indexOf('\0') >= 0 || controls * 100 > text.length();
    }
}
