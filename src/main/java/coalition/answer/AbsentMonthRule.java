package coalition.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Refuses a question about a month of a year, or about what happened in a month, that no passage read for it mentions, in letters or
 * in the figures of a date: what happened in another month does not answer it. "may" and "march" are months only beside a year, a
 * day or a preposition of time.
 */
final class AbsentMonthRule implements AbstentionRule {
    private static final int SEPTEMBER = 8;
    private static final String BEFORE =
            "\\b(?:(?:in|since|until|till|by|during|before|after|from|of|last|next|this|early|mid|late)[ -]|\\d{1,2}(?:st|nd|rd|th)? )";
    private static final String AFTER = "(?:,? (?:1\\d{3}|20\\d{2})| \\d{1,2}(?:st|nd|rd|th)?)\\b";

    @Override
    public String name() {
        return "absent-month";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        List<String> read = AbsentYearRule.read(inquiry);
        boolean absent = !read.isEmpty()
                && IntStream.range(0, Lexicon.MONTH_NAMES.size())
                        .filter(month -> asks(inquiry.standalone(), Lexicon.MONTH_NAMES.get(month)))
                        .anyMatch(month -> read.stream().noneMatch(text -> has(text, month)));
        return absent ? Optional.of(new Refusal(Reason.NOT_IN_SOURCES, "")) : Optional.empty();
    }

    /** Whether it asks for one month of one year, or for what happened in a month; other months may lie in a span: "from May to July". */
    private static boolean asks(String question, String month) {
        return question.toLowerCase(Locale.ROOT).contains(month)
                && isNamed(question, month)
                && Pattern.compile(
                                "\\b" + month + ",? (?:1\\d{3}|20\\d{2})\\b|^\\W*what(?: else)? happened\\b",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(question)
                        .find();
    }

    /** Whether a text, in whatever case, has the word where it must be the month. */
    private static boolean isNamed(String text, String month) {
        return Pattern.compile(BEFORE + month + "\\b|\\b" + month + AFTER, Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }

    private static boolean has(String text, int month) {
        String name = Lexicon.MONTH_NAMES.get(month);
        String written = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        String figure = "0?" + (month + 1);
        return isNamed(text, name)
                || Pattern.compile("\\b(?:" + written + "|" + written.substring(0, 3)
                                + (month == SEPTEMBER ? "|Sept" : "") + "|" + name.toUpperCase(Locale.ROOT) + ")\\b"
                                + "|\\d{4}[-/.]" + figure + "\\b"
                                + "|\\b\\d{1,2}[-/.] ?" + figure + "[-/.]"
                                + "|\\b" + figure + "/\\d{1,2}")
                        .matcher(text)
                        .find();
    }
}
