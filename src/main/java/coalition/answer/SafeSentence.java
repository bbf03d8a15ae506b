package coalition.answer;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells what a model's sentence must not hold whatever its sources say: links, images, mentions, markup, code, orders to the
 * reader's tools. Signs that are neither letters nor plain figures are no words, so the checks of meaning do not see them: they
 * stand only where the source has them, or {@code ２０１７} would pass for nothing.
 */
final class SafeSentence {
    private static final int LONGEST = 900;
    private static final Pattern LINK = Pattern.compile(
            "(?i)[a-z][a-z0-9+.-]{1,20}://|\\bwww\\.|\\b(?:mailto|javascript|vbscript|tel|sms|callto|skype|slack|file|ftp|intent|data):\\w|\\]\\s?\\(|!\\[|<[^\\s<>][^<>]{0,300}>|&[lg]t;|\\]\\s?:|"
                    + "\\b[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,12}[/?:][^\\s]");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?i)(?<![\\w@.])[a-z0-9][a-z0-9-]{0,60}(?:(?:\\.|\\[\\.\\]|\\(\\.\\)|\\s?\\(?dot\\)?\\s)[a-z0-9-]{1,60}){0,4}"
                    + "(?:\\.|\\[\\.\\]|\\(\\.\\)|\\s?\\(?\\bdot\\)?\\s)(?:com|net|org|io|ai|dev|app|info|biz|xyz|top|ru|cn|co|uk|de|fr|eu|me|ly|gl|tk|test"
                    + "|example|invalid|site|online|shop|link|zip|mov)\\b");
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\w.])@\\w|@(?:here|channel|everyone)|(?<!\\w)#[\\w-]+|\\b[\\w.+-]+@[\\w-]+\\.\\w");
    private static final Pattern MARKUP =
            Pattern.compile("```|\\{\\{|\\$\\{|<\\||\\|>|\\x1b|(?:^|\\s)(?:sudo|curl|wget|rm -)\\s");

    private static final Pattern IP_ADDRESS = Pattern.compile("(?<![\\d.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\d.])");
    /** What may stand in any sentence. */
    private static final String PLAIN = ".,;:'\"’‘“”«»()-–—‐‑…%&/!?$€£¥§°¿¡、。，！？「」";

    /** Whether a text names no web address at all. */
    static final Predicate<String> DOMAIN_FREE = text -> !DOMAIN.matcher(text).find();

    private SafeSentence() {}

    /** What the sentence holds that must not be shown; empty where there is nothing. */
    static Optional<String> refuse(String text, String cited) {
        if (text.length() > LONGEST) {
            return Optional.of("too long for a sentence");
        }
        if (LINK.matcher(text).find()) {
            return Optional.of("a link or markup");
        }
        if (MENTION.matcher(text).find()) {
            return Optional.of("a mention or an address");
        }
        if (MARKUP.matcher(text).find()) {
            return Optional.of("code");
        }
        return Stream.of(DOMAIN, IP_ADDRESS)
                .flatMap(pattern -> pattern.matcher(text).results())
                .filter(address -> !cited.contains(address.group()))
                .map(address -> "a web address that is not in the source")
                .findFirst()
                .or(() -> sign(text, cited));
    }

    private static Optional<String> sign(String text, String cited) {
        return text.codePoints()
                .filter(c -> !Character.isLetter(c) && !isMark(c) && !Character.isWhitespace(c))
                .filter(c -> !(c >= '0' && c <= '9') && PLAIN.indexOf(c) < 0 && cited.indexOf(c) < 0)
                .mapToObj(c -> "'" + Character.toString(c) + "' is not in the source")
                .findFirst();
    }

    /** Whether it belongs to a letter, as an accent does. */
    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
