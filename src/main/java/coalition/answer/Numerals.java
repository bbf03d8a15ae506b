package coalition.answer;

import coalition.answer.Term.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Numbers in words, scales and units. */
final class Numerals {
    private static final Map<String, Double> SMALL = Map.ofEntries(
            Map.entry("zero", 0.0),
            Map.entry("two", 2.0),
            Map.entry("three", 3.0),
            Map.entry("four", 4.0),
            Map.entry("five", 5.0),
            Map.entry("six", 6.0),
            Map.entry("seven", 7.0),
            Map.entry("eight", 8.0),
            Map.entry("nine", 9.0),
            Map.entry("ten", 10.0),
            Map.entry("eleven", 11.0),
            Map.entry("twelve", 12.0),
            Map.entry("thirteen", 13.0),
            Map.entry("fourteen", 14.0),
            Map.entry("fifteen", 15.0),
            Map.entry("sixteen", 16.0),
            Map.entry("seventeen", 17.0),
            Map.entry("eighteen", 18.0),
            Map.entry("nineteen", 19.0),
            Map.entry("twenty", 20.0),
            Map.entry("thirty", 30.0),
            Map.entry("forty", 40.0),
            Map.entry("fifty", 50.0),
            Map.entry("sixty", 60.0),
            Map.entry("seventy", 70.0),
            Map.entry("eighty", 80.0),
            Map.entry("ninety", 90.0),
            Map.entry("twice", 2.0),
            Map.entry("thrice", 3.0),
            Map.entry("third", 3.0),
            Map.entry("fourth", 4.0),
            Map.entry("fifth", 5.0),
            Map.entry("sixth", 6.0),
            Map.entry("seventh", 7.0),
            Map.entry("eighth", 8.0),
            Map.entry("ninth", 9.0),
            Map.entry("tenth", 10.0),
            Map.entry("eleventh", 11.0),
            Map.entry("twelfth", 12.0),
            Map.entry("twentieth", 20.0));
    private static final Map<String, Double> SCALES = Map.of(
            "hundred",
            100.0,
            "thousand",
            1e3,
            "million",
            1e6,
            "billion",
            1e9,
            "trillion",
            1e12,
            "dozen",
            12.0,
            "bn",
            1e9);
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("percent", "percent"),
            Map.entry("percentage", "percent"),
            Map.entry("dollar", "usd"),
            Map.entry("usd", "usd"),
            Map.entry("euro", "eur"),
            Map.entry("eur", "eur"),
            Map.entry("pound", "gbp"),
            Map.entry("gbp", "gbp"),
            Map.entry("yen", "jpy"),
            Map.entry("km", "km"),
            Map.entry("kilometer", "km"),
            Map.entry("kilometre", "km"),
            Map.entry("kilometr", "km"),
            Map.entry("mile", "mile"),
            Map.entry("mil", "mile"),
            Map.entry("mi", "mile"),
            Map.entry("m", "metre"),
            Map.entry("meter", "metre"),
            Map.entry("metr", "metre"),
            Map.entry("cm", "cm"),
            Map.entry("foot", "foot"),
            Map.entry("ft", "foot"),
            Map.entry("inch", "inch"),
            Map.entry("kg", "kg"),
            Map.entry("kilogram", "kg"),
            Map.entry("ton", "ton"),
            Map.entry("tonn", "ton"),
            Map.entry("gram", "gram"),
            Map.entry("acre", "acre"),
            Map.entry("hectar", "hectare"),
            Map.entry("year", "year"),
            Map.entry("month", "month"),
            Map.entry("week", "week"),
            Map.entry("day", "day"),
            Map.entry("hour", "hour"),
            Map.entry("minut", "minute"),
            Map.entry("second", "second"),
            Map.entry("decad", "decade-span"),
            Map.entry("centuri", "century"),
            Map.entry("century", "century"),
            Map.entry("degre", "degree"));
    private static final Set<String> ARTICLES = Set.of("a", "an", "one");

    private Numerals() {}

    static String currency(char sign) {
        return switch (sign) {
            case '$' -> "usd";
            case '€' -> "eur";
            case '£' -> "gbp";
            case '¥' -> "jpy";
            default -> "";
        };
    }

    /** The same terms with numbers in words read, scales multiplied and units noted. */
    static List<Term> joined(List<Term> terms) {
        List<Term> joined = new ArrayList<>();
        int i = 0;
        while (i < terms.size()) {
            int end = figureEnd(terms, i);
            if (end == i) {
                joined.add(terms.get(i));
                i++;
            } else {
                joined.add(figure(terms, i, end));
                i = end;
            }
        }
        return joined;
    }

    private static int figureEnd(List<Term> terms, int from) {
        int i = from;
        if (isArticle(terms.get(i)) && i + 1 < terms.size() && isScale(terms.get(i + 1))) {
            i++;
        }
        if (i == from && !isNumber(terms.get(i)) && !isScale(terms.get(i))) {
            return from;
        }
        boolean words = !terms.get(from).is(Kind.FIGURE);
        int last = i;
        for (i++; i < terms.size(); i++) {
            Term term = terms.get(i);
            boolean and = term.root().equals("and")
                    && words
                    && isScale(terms.get(last))
                    && i + 1 < terms.size()
                    && small(terms.get(i + 1)) >= 0;
            boolean tensAndOnes = words
                    && small(term) >= 0
                    && (isScale(terms.get(last)) || (small(terms.get(last)) >= 20 && small(term) < 10));
            if (isScale(term) || tensAndOnes) {
                last = i;
            } else if (!and) {
                break;
            }
        }
        return last + 1;
    }

    private static Term figure(List<Term> terms, int from, int end) {
        double total = 0;
        double current =
                terms.get(from).is(Kind.FIGURE) ? terms.get(from).value() : Math.max(0, small(terms.get(from)));
        for (int i = from; i < end; i++) {
            Term term = terms.get(i);
            if (isScale(term)) {
                double scale = SCALES.getOrDefault(term.root(), 1.0);
                current = (current == 0 ? 1 : current) * scale;
                if (scale >= 1000) {
                    total += current;
                    current = 0;
                }
            } else if (i > from && small(term) >= 0) {
                current += small(term);
            }
        }
        Term first = terms.get(from);
        Term last = terms.get(end - 1);
        String unit = first.unit();
        if (unit.isEmpty() && end < terms.size()) {
            unit = unitAt(terms, end);
        }
        double value = total + current;
        return new Term(first.text(), Double.toString(value), first.start(), last.end(), Kind.FIGURE, value, unit);
    }

    private static String unitAt(List<Term> terms, int at) {
        String root = terms.get(at).root();
        if (root.equals("per")
                && at + 1 < terms.size()
                && terms.get(at + 1).root().equals("cent")) {
            return "percent";
        }
        String unit = UNITS.get(root);
        if (unit == null
                && at + 1 < terms.size()
                && Set.of("squar", "square", "cubic", "us").contains(root)) {
            String next = UNITS.get(terms.get(at + 1).root());
            return next == null ? "" : (root.equals("us") ? "" : root.substring(0, 2) + "-") + next;
        }
        return unit == null ? "" : unit;
    }

    private static boolean isNumber(Term term) {
        return term.is(Kind.FIGURE) || small(term) >= 0;
    }

    private static double small(Term term) {
        return term.is(Kind.BREAK) ? -1 : SMALL.getOrDefault(term.text().toLowerCase(Locale.ROOT), -1.0);
    }

    private static boolean isScale(Term term) {
        return !term.is(Kind.BREAK) && SCALES.containsKey(term.root());
    }

    private static boolean isArticle(Term term) {
        return ARTICLES.contains(term.root());
    }
}
