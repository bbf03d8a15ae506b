package coalition.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of RFC 5322, or a part of one by RFC 2045.
 *
 * @param headers by their names in lower case, the first of each, unfolded
 * @param body what stands below them, one unit a byte
 */
record MailPart(Map<String, String> headers, String body) {
    private static final Pattern HEADER = Pattern.compile("^([!-9;-~]{1,60}):[ \\t]*(.*)$");
    private static final Pattern END_OF_HEADERS = Pattern.compile("\\r?\\n\\r?\\n|\\r\\r");
    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]+");
    private static final Pattern WORD =
            Pattern.compile("=\\?([\\w.:-]{1,40})(?:\\*[^?]*)?\\?([bBqQ])\\?([^?\\s]*)\\?=(?:\\s+(?==\\?))?");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i);\\s*(charset|boundary)\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))");

    MailPart {
        headers = Map.copyOf(headers);
    }

    /** What a file or the text between two boundaries holds. */
    static MailPart of(String raw) {
        Matcher end = END_OF_HEADERS.matcher(raw);
        boolean headed = end.find();
        String head = headed ? raw.substring(0, end.start()) : raw;
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : FOLD.matcher(head).replaceAll(" ").split("\\r?\\n|\\r")) {
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                headers.putIfAbsent(
                        header.group(1).toLowerCase(Locale.ROOT),
                        header.group(2).strip());
            }
        }
        return new MailPart(headers, headed ? raw.substring(end.end()) : "");
    }

    /** A header as people read it; empty where there is none. */
    String header(String name) {
        String value = headers.getOrDefault(name, "");
        Matcher words = WORD.matcher(value);
        return words.replaceAll(w -> Matcher.quoteReplacement(word(w.group(1), w.group(2), w.group(3))));
    }

    /** The type of its content, in lower case: "text/plain" where none is given. */
    String type() {
        String value = headers.getOrDefault("content-type", "text/plain");
        return value.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** Whether it is a file that was sent along. */
    boolean isAttached() {
        return headers.getOrDefault("content-disposition", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("attachment");
    }

    /** The parts between the boundaries, in order; empty where there are none. */
    List<MailPart> parts() {
        String boundary = parameter("boundary");
        if (boundary.isEmpty()) {
            return List.of();
        }
        List<MailPart> parts = new ArrayList<>();
        String[] pieces = body.split("(?m)^--" + Pattern.quote(boundary) + "(?=--|\\s)", -1);
        for (int i = 1; i < pieces.length && !pieces[i].startsWith("--"); i++) {
            parts.add(of(pieces[i].replaceFirst("^[ \\t]*\\r?\\n", "")));
        }
        return parts;
    }

    /** The body as text. */
    String text() {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        String how =
                headers.getOrDefault("content-transfer-encoding", "").strip().toLowerCase(Locale.ROOT);
        byte[] plain = switch (how) {
            case "base64" -> base64(body);
            case "quoted-printable" -> unquoted(body);
            default -> bytes;
        };
        return decoded(plain, parameter("charset"));
    }

    private String parameter(String name) {
        Matcher matcher = PARAMETER.matcher(headers.getOrDefault("content-type", ""));
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                return matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            }
        }
        return "";
    }

    private static String word(String charset, String how, String text) {
        byte[] bytes = how.equalsIgnoreCase("b") ? base64(text) : unquoted(text.replace('_', ' '));
        return decoded(bytes, charset);
    }

    private static String decoded(byte[] bytes, String charset) {
        try {
            return charset.isEmpty()
                    ? bytes.length == 0 ? "" : TextDecoder.decode(bytes)
                    : new String(bytes, Charset.forName(charset));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException(SkipReason.UNREADABLE, "it is damaged");
        }
    }

    /** Without "=3D" for "=" and "=" at a line's end. */
    private static byte[] unquoted(String text) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '=' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                plain.write(high * 16 + low);
                i += 2;
            } else if (c == '='
                    && i + 1 < text.length()
                    && (text.charAt(i + 1) == '\n' || text.charAt(i + 1) == '\r')) {
                i += text.startsWith("\r\n", i + 1) ? 2 : 1;
            } else {
                plain.write(c);
            }
        }
        return plain.toByteArray();
    }
}
