package coalition.answer;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what a model's sentence must not hold whatever its sources say: links, images, mentions, markup, code, orders to the reader's tools. */
final class SafeSentence {
    private static final int LONGEST = 900;
    private static final Pattern LINK = Pattern.compile(
            "(?i)[a-z][a-z0-9+.-]{1,20}://|\\bwww\\.|\\bmailto:|\\bjavascript:|\\bdata:\\w|\\]\\s?\\(|!\\[|<[^\\s<>][^<>]{0,300}>|&[lg]t;|\\]\\s?:|"
                    + "\\b[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,12}[/?:][^\\s]");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?i)(?<![\\w@.])[a-z0-9][a-z0-9-]{0,60}(?:(?:\\.|\\[\\.\\]|\\(\\.\\)|\\s?\\(?dot\\)?\\s)[a-z0-9-]{1,60}){0,4}"
                    + "(?:\\.|\\[\\.\\]|\\(\\.\\)|\\s?\\(?\\bdot\\)?\\s)(?:com|net|org|io|ai|dev|app|info|biz|xyz|top|ru|cn|co|uk|de|fr|eu|me|ly|gl|tk|test"
                    + "|example|invalid|site|online|shop|link|zip|mov)\\b");
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\w.])@\\w|@(?:here|channel|everyone)|(?<!\\w)#[\\w-]+|\\b[\\w.+-]+@[\\w-]+\\.\\w");
    private static final Pattern MARKUP =
            Pattern.compile("```|\\{\\{|\\$\\{|<\\||\\|>|\\x1b|(?:^|\\s)(?:sudo|curl|wget|rm -)\\s");

    /** Whether a text names no web address at all. */
    static final java.util.function.Predicate<String> DOMAIN_FREE =
            text -> !DOMAIN.matcher(text).find();

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
        java.util.regex.Matcher domain = DOMAIN.matcher(text);
        while (domain.find()) {
            if (!cited.contains(domain.group())) {
                return Optional.of("a web address that is not in the source");
            }
        }
        return Optional.empty();
    }
}
