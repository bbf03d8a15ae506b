package coalition.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date or time as a sentence says it.
 *
 * @param words as they stand there: "late 2015"
 * @param start where they start in the sentence
 * @param year the year with month and day as its fraction (2016.5 is the middle of 2016; negative before Christ); NaN where
 *     the words tell no year
 */
record TimeExpression(String words, int start, double year) {
    private static final String MONTH =
            "(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?";
    private static final String YEAR = "(1\\d{3}|20\\d{2})";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String PART =
            "(?:(early|mid|middle of|late|beginning of|end of|start of|spring(?: of)?|summer(?: of)?|autumn(?: of)?|fall(?: of)?|winter(?: of)?)[ -](?:in |the )?)";
    private static final List<Form> FORMS = List.of(
            new Form("\\b" + YEAR + "-(\\d{2})-(\\d{2})\\b", m -> at(m.group(1), m.group(2), m.group(3))),
            new Form(
                    "\\b" + MONTH + " " + DAY + ",? " + YEAR + "\\b",
                    m -> at(m.group(3), month(m.group(1)), m.group(2))),
            new Form(
                    "\\b" + DAY + " (?:of )?" + MONTH + ",? " + YEAR + "\\b",
                    m -> at(m.group(3), month(m.group(2)), m.group(1))),
            new Form(
                    "\\b" + PART + "?" + MONTH + ",? (?:of )?" + YEAR + "\\b",
                    m -> at(m.group(3), month(m.group(2)), "1") + within(m.group(1), 1 / 12d)),
            new Form("\\b(?:Q([1-4])|(first|second|third|fourth) quarter)(?: of)? " + YEAR + "\\b", m -> quarter(m)),
            new Form(
                    "\\b" + PART + "?(?:the )?((?:1\\d|20)\\d0)['’]?s\\b",
                    m -> Double.parseDouble(m.group(2)) + within(m.group(1), 10)),
            new Form("\\b" + PART + "?(?:the )?(\\d{1,2})(?:st|nd|rd|th)[ -]century( BCE?)?", m -> century(m)),
            new Form("\\b(\\d{1,4}) (?:BCE?|B\\.C\\.)", m -> -Double.parseDouble(m.group(1))),
            new Form("\\b" + PART + YEAR + "\\b", m -> Double.parseDouble(m.group(2)) + within(m.group(1), 1)),
            new Form(
                    "(?:\\b(?:in|since|by|from|until|till|of|during|before|after|around|circa|to|between|and|year|through|for|as of|on)|[(,–-])\\s?(?<year>"
                            + YEAR
                            + ")\\b(?!\\s?(?:%|percent|people|km|miles|m\\b|employees|members|copies|dollars|euros))",
                    m -> Double.parseDouble(m.group("year"))),
            new Form("\\b" + YEAR + "[–-](?:\\d{2}|\\d{4})\\b", m -> Double.parseDouble(m.group(1))));
    private static final List<Pattern> VAGUE = List.of(
            Pattern.compile("\\b(?:" + MONTH + " " + DAY + "|" + DAY + " (?:of )?" + MONTH + ")\\b(?!,? \\d{4})"),
            Pattern.compile(
                    "\\b(?:(?:[Ii]n|[Ss]ince|[Bb]y|until|during|last|next|this|early|late|mid)[ -])+(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b(?! \\d)"),
            Pattern.compile(
                    "\\b(?:this|last|next|this past|the past|the last|the previous|the following|earlier this|later this|over the past|past|recent) (?:few |couple of |several |two |three |four |five |six |seven |eight |nine |ten |\\d+ )?(?:day|week|weekend|month|quarter|year|decade|century|spring|summer|autumn|fall|winter|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\\b",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "\\b(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|a) (?:day|week|month|year|decade|centur)(?:s|y|ies)? (?:ago|later|earlier)\\b",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "\\b(?:yesterday|tomorrow|today|tonight|recently|in the recent past|in recent (?:years|months|weeks)|nowadays)\\b",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "\\b(?:on|by|until|every|next|last|this) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)s?\\b"));

    /** The first calendar date of a sentence, else its first vague time; empty where it has neither. */
    static Optional<TimeExpression> in(String sentence) {
        List<TimeExpression> dated = new ArrayList<>();
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(sentence);
            while (matcher.find()) {
                add(dated, expression(matcher, form.value().of(matcher)));
            }
        }
        return first(dated).or(() -> vague(sentence));
    }

    private static TimeExpression expression(Matcher matcher, double year) {
        boolean bare = matcher.pattern().pattern().contains("?<year>");
        String words = bare ? matcher.group("year") : matcher.group();
        return new TimeExpression(words.strip(), bare ? matcher.start("year") : matcher.start(), year);
    }

    /** Keeps the longest of expressions that overlap: forms are tried from the most to the least exact. */
    private static void add(List<TimeExpression> found, TimeExpression one) {
        boolean covered = found.stream()
                .anyMatch(f -> one.start() < f.start() + f.words().length()
                        && f.start() < one.start() + one.words().length());
        if (!covered) {
            found.add(one);
        }
    }

    private static Optional<TimeExpression> first(List<TimeExpression> found) {
        return found.stream().min(java.util.Comparator.comparingInt(TimeExpression::start));
    }

    private static Optional<TimeExpression> vague(String sentence) {
        List<TimeExpression> found = new ArrayList<>();
        for (Pattern pattern : VAGUE) {
            Matcher matcher = pattern.matcher(sentence);
            while (matcher.find()) {
                found.add(new TimeExpression(matcher.group(), matcher.start(), Double.NaN));
            }
        }
        return first(found);
    }

    /** The words as a label, alike wherever they stand in a sentence: "In February" is "February", "Last week" "last week". */
    String label() {
        String bare = words.replaceFirst("^(?:[Ii]n|[Oo]n) (?=\\p{Lu})", "");
        boolean named = bare.matches("(?s)" + MONTH + "\\b.*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*|Q\\d.*");
        return named || bare.isEmpty() ? bare : bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }

    /** Whether the words tell no year. */
    boolean isVague() {
        return Double.isNaN(year);
    }

    private static double at(String year, String month, String day) {
        return Double.parseDouble(year) + (Double.parseDouble(month) - 1) / 12 + (Double.parseDouble(day) - 1) / 366;
    }

    private static String month(String name) {
        List<String> months =
                List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
        return String.valueOf(months.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1);
    }

    /** Where in a span of time "early", "late" or a season lies. */
    @SuppressWarnings("NullAway")
    private static double within(@org.jspecify.annotations.Nullable String part, double length) {
        String word = part == null ? "" : part.toLowerCase(Locale.ROOT).split(" ")[0];
        double share = switch (word) {
            case "mid", "middle", "summer" -> .5;
            case "late", "end" -> .85;
            case "autumn", "fall" -> .75;
            case "spring" -> .25;
            case "winter" -> .95;
            default -> 0;
        };
        return share * length;
    }

    @SuppressWarnings("NullAway")
    private static double quarter(Matcher m) {
        int quarter = m.group(1) != null
                ? Integer.parseInt(m.group(1))
                : List.of("first", "second", "third", "fourth")
                                .indexOf(m.group(2).toLowerCase(Locale.ROOT))
                        + 1;
        return Double.parseDouble(m.group(3)) + (quarter - 1) / 4d;
    }

    private static double century(Matcher m) {
        double first = (Double.parseDouble(m.group(2)) - 1) * 100;
        return m.group(3) == null ? first + within(m.group(1), 100) : -first - 100 + within(m.group(1), 100);
    }

    private record Form(Pattern pattern, Value value) {
        Form(String regex, Value value) {
            this(Pattern.compile(regex), value);
        }
    }

    @FunctionalInterface
    private interface Value {
        double of(Matcher matcher);
    }
}
