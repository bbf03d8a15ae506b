package coalition.answer;

import coalition.answer.Term.Kind;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text as its words and figures. Numerals are read whichever way they are written: {@code two dozen}, {@code 1.5 million},
 * {@code 2016-04-22}. Immutable.
 *
 * @param text the text
 * @param terms in order
 */
record Wording(String text, List<Term> terms) {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<date>\\b\\d{4}-\\d{2}-\\d{2}\\b)|(?<figure>[$€£¥]?\\d+(?:,\\d{3})+(?:\\.\\d+)?|[$€£¥]?\\d+(?:\\.\\d+)?)(?<tail>%|st\\b|nd\\b|rd\\b|th\\b|s\\b)?"
                    + "|(?<word>(?:\\p{Lu}\\.){2,}|\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}+)*)|(?<break>[,;:()—–]|\\.(?=\\s|$)|[?!])");
    private static final Set<String> FUNCTION =
            words("a an the this that these those of in on at by for from to with about into"
                    + " onto as than then and or but nor so yet if while although though when where which who whom whose whether it its"
                    + " he him his she her hers they them their theirs i me my we us our you your is am are was were be been being do"
                    + " does did done has have had having will would shall can there here also too just even still such per via upon"
                    + " over under between among during after before since until within through across around against both either"
                    + " each any out off up down some other own same s t what how why own himself herself itself themselves very"
                    + " not no never nor none neither without cannot didn't doesn't isn't wasn't weren't aren't don't won't wouldn't"
                    + " couldn't shouldn't hasn't haven't hadn't can't may might could should must only all every always most more"
                    + " less few many much several because according like however therefore thus one ones");

    Wording {
        terms = List.copyOf(terms);
    }

    static Wording of(String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
        List<Term> terms = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        boolean first = true;
        while (token.find()) {
            if (token.group("date") != null) {
                date(token, terms);
            } else if (token.group("figure") != null) {
                terms.add(figure(token));
            } else if (token.group("word") != null) {
                terms.add(word(token, first));
            } else {
                terms.add(
                        new Term(token.group(), token.group(), token.start(), token.end(), Kind.BREAK, Double.NaN, ""));
                first = first || ".?!:".contains(token.group());
                continue;
            }
            first = false;
        }
        return new Wording(text, Numerals.joined(terms));
    }

    Stream<Term> of(Kind kind) {
        return terms.stream().filter(t -> t.is(kind));
    }

    Set<String> roots() {
        return terms.stream().map(Term::root).collect(Collectors.toSet());
    }

    private static void date(Matcher token, List<Term> terms) {
        String text = token.group();
        int month = Integer.parseInt(text.substring(5, 7));
        terms.add(plain(token, text.substring(0, 4)));
        if (month >= 1 && month <= 12) {
            String name = Lexicon.MONTH_NAMES.get(month - 1);
            terms.add(
                    new Term(name, WordBook.ENGLISH.root(name), token.start(), token.end(), Kind.NAME, Double.NaN, ""));
        }
        terms.add(plain(token, Integer.toString(Integer.parseInt(text.substring(8)))));
    }

    private static Term plain(Matcher token, String digits) {
        return new Term(digits, digits, token.start(), token.end(), Kind.FIGURE, Double.parseDouble(digits), "");
    }

    private static Term figure(Matcher token) {
        String digits = token.group("figure");
        String tail = token.group("tail") == null ? "" : token.group("tail");
        String unit = Numerals.currency(digits.charAt(0));
        double value = Double.parseDouble(digits.replaceAll("[^\\d.]", ""));
        if ("%".equals(tail)) {
            unit = "percent";
        } else if ("s".equals(tail)) {
            unit = "decade";
        }
        return new Term(token.group(), digits, token.start(), token.end(), Kind.FIGURE, value, unit);
    }

    private static Term word(Matcher token, boolean first) {
        String word = token.group("word");
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (word.matches("(?:\\p{Lu}\\.){2,}")) {
            lower = lower.replace(".", "");
        }
        String root = WordBook.ENGLISH.root(month(lower));
        boolean capital = Character.isUpperCase(word.charAt(0));
        boolean inner = word.chars().skip(1).anyMatch(Character::isUpperCase);
        Kind kind = FUNCTION.contains(lower) && !(capital && inner) && !(word.equals("May") && !first)
                ? Kind.FUNCTION
                : capital && (!first || inner) ? Kind.NAME : Kind.WORD;
        return new Term(word, root, token.start(), token.end(), kind, Double.NaN, "");
    }

    private static String month(String lower) {
        if (lower.length() == 3 || lower.equals("sept")) {
            for (String month : Lexicon.MONTH_NAMES) {
                if (!lower.equals("mar") && !lower.equals("may") && month.startsWith(lower)) {
                    return month;
                }
            }
        }
        return lower;
    }

    static Set<String> words(String all) {
        return Stream.of(all.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
