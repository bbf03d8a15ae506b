package coalition.vectorstore;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/**
 * How metadata lies in the index, so that comparisons of bytes are LangChain4j's comparisons: numbers as decimals whatever their
 * Java type, strings in the order of {@link String#compareTo}, UUIDs in that of {@link UUID#compareTo} and as strings.
 */
final class MetadataFields {
    static final int NUMBER_BYTES = 10;
    static final int UUID_BYTES = 16;
    private static final int DIGITS = 19;
    private static final int EXPONENT_BIAS = 1 << 14;
    private static final int TERM_BYTES = 8_000;

    private MetadataFields() {}

    static String text(String key) {
        return "s:" + key;
    }

    static String longText(String key) {
        return "l:" + key;
    }

    static String number(String key) {
        return "n:" + key;
    }

    static String uuid(String key) {
        return "u:" + key;
    }

    static void add(Document document, Map<String, Object> metadata) {
        metadata.forEach((key, value) -> {
            switch (value) {
                case Number number ->
                    decimal(number).ifPresent(decimal -> document.add(new BinaryPoint(number(key), encode(decimal))));
                case UUID uuid -> {
                    document.add(new BinaryPoint(uuid(key), encode(uuid)));
                    document.add(new StringField(text(key), term(uuid.toString()), Field.Store.NO));
                }
                default -> addText(document, key, value.toString());
            }
        });
    }

    private static void addText(Document document, String key, String value) {
        document.add(new StringField(text(key), term(value), Field.Store.NO));
        byte[] bytes = sortable(value);
        if (bytes.length > TERM_BYTES) {
            document.add(new BinaryDocValuesField(longText(key), new BytesRef(bytes)));
        }
    }

    /** The number as it is written; empty for NaN and the infinities, which compare with nothing. */
    static Optional<BigDecimal> decimal(Number number) {
        if ((number instanceof Double || number instanceof Float) && !Double.isFinite(number.doubleValue())) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(number.toString()));
    }

    /** Whether {@link #encode(BigDecimal)} keeps the number as it is: at most 19 digits. */
    static boolean isExact(BigDecimal number) {
        return number.stripTrailingZeros().precision() <= DIGITS;
    }

    /** Ten bytes in the order of numbers: sign and decimal exponent, then 19 digits as an integer. */
    static byte[] encode(BigDecimal number) {
        ByteBuffer bytes = ByteBuffer.allocate(NUMBER_BYTES);
        if (number.signum() == 0) {
            return bytes.putShort((short) (1 << 15)).array();
        }
        BigDecimal magnitude = number.abs().stripTrailingZeros();
        int exponent = magnitude.precision() - magnitude.scale();
        BigInteger digits = magnitude.unscaledValue().multiply(BigInteger.TEN.pow(DIGITS - magnitude.precision()));
        bytes.putShort((short) ((1 << 15) | (exponent + EXPONENT_BIAS))).putLong(digits.longValue());
        byte[] code = bytes.array();
        if (number.signum() < 0) {
            for (int i = 0; i < code.length; i++) {
                code[i] = (byte) ~code[i];
            }
        }
        return code;
    }

    /** Sixteen bytes in the order of {@link UUID#compareTo}: both halves as signed numbers. */
    static byte[] encode(UUID uuid) {
        return ByteBuffer.allocate(UUID_BYTES)
                .putLong(uuid.getMostSignificantBits() ^ Long.MIN_VALUE)
                .putLong(uuid.getLeastSignificantBits() ^ Long.MIN_VALUE)
                .array();
    }

    /** The term of a string: its sortable bytes; where they are too long, the first of them and a digest of all. */
    static BytesRef term(String value) {
        byte[] bytes = sortable(value);
        if (bytes.length <= TERM_BYTES) {
            return new BytesRef(bytes);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            byte[] term = Arrays.copyOf(bytes, TERM_BYTES + digest.length);
            System.arraycopy(digest, 0, term, TERM_BYTES, digest.length);
            return new BytesRef(term);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** UTF-8 of each UTF-16 unit by itself, which sorts like the units do, also beyond the basic plane. */
    static byte[] sortable(String value) {
        if (value.codePoints().noneMatch(point -> point >= Character.MIN_SURROGATE)) {
            return value.getBytes(StandardCharsets.UTF_8);
        }
        ByteBuffer bytes = ByteBuffer.allocate(value.length() * 3);
        for (int i = 0; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (unit < 0x80) {
                bytes.put((byte) unit);
            } else if (unit < 0x800) {
                bytes.put((byte) (0xC0 | (unit >> 6))).put((byte) (0x80 | (unit & 0x3F)));
            } else {
                bytes.put((byte) (0xE0 | (unit >> 12)))
                        .put((byte) (0x80 | ((unit >> 6) & 0x3F)))
                        .put((byte) (0x80 | (unit & 0x3F)));
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
