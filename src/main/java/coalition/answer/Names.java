package coalition.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds proper names by their capitals. Months and days of the week are no names. */
public final class Names {
    private static final Set<String> LINKS =
            Lexicon.words("of the de la le du des di da del van von der den al el bin ibn y e");
    private static final Set<String> TITLES =
            Lexicon.words("mr mrs ms dr prof sir lord lady st gen col lt capt sgt rev hon pres");

    private Names() {}

    /** The names of a text in order; empty where there are none, or where the text is all in capitals. */
    public static List<Name> in(String text) {
        if (shouted(text)) {
            return List.of();
        }
        List<Token> tokens = Token.all(text);
        List<Name> names = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            if (!named(tokens.get(i)) || functionWordAtStart(tokens, i, text)) {
                i++;
                continue;
            }
            int last = lastOf(tokens, i, text);
            names.add(name(tokens.subList(i, last + 1), startsSentence(tokens, i, text), text));
            i = last + 1;
        }
        return names;
    }

    private static Name name(List<Token> run, boolean starts, String text) {
        int start = run.getFirst().start();
        int end = run.getLast().end();
        List<Token> words = run.stream()
                .filter(t -> t.capitalised() || t.number())
                .filter(t -> !TITLES.contains(t.lower()))
                .toList();
        List<Token> kept = words.isEmpty() ? run : words;
        boolean plain = run.size() == 1
                && run.getFirst().text().chars().filter(Character::isUpperCase).count() == 1;
        return new Name(text.substring(start, end), start, end, kept, starts && plain);
    }

    private static int lastOf(List<Token> tokens, int first, String text) {
        int last = first;
        for (int i = first + 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (!joined(tokens.get(i - 1), token, text)) {
                break;
            }
            if (named(token) || (token.number() && token.text().length() < 4 && last == i - 1)) {
                last = i;
            } else if (!LINKS.contains(token.text()) || i - last > 2) {
                break;
            }
        }
        return last;
    }

    /** Whether nothing but a blank, a hyphen, an ampersand or an initial's full stop stands between. */
    private static boolean joined(Token left, Token right, String text) {
        String gap = text.substring(left.end(), right.start());
        boolean abbreviated = left.text().length() == 1 || TITLES.contains(left.lower());
        return gap.equals(" ")
                || gap.equals("-")
                || gap.equals(" & ")
                || gap.equals("\n")
                || (abbreviated && (gap.equals(". ") || gap.equals(".")));
    }

    private static boolean named(Token token) {
        return token.capitalised()
                && !token.number()
                && !Lexicon.MONTHS.contains(token.lower())
                && !Lexicon.WEEKDAYS.contains(token.lower())
                && !token.text().equals("I");
    }

    private static boolean functionWordAtStart(List<Token> tokens, int i, String text) {
        return Lexicon.STOP.contains(tokens.get(i).lower())
                && (startsSentence(tokens, i, text)
                        || tokens.get(i).text().length() == 1
                        || !tokens.get(i).text().chars().allMatch(Character::isUpperCase));
    }

    /** Whether the word opens the text, a sentence, a quotation or a line. */
    private static boolean startsSentence(List<Token> tokens, int i, String text) {
        if (i == 0) {
            return true;
        }
        Token before = tokens.get(i - 1);
        String gap = text.substring(before.end(), tokens.get(i).start());
        boolean abbreviated = (before.text().length() == 1 && before.capitalised()) || TITLES.contains(before.lower());
        return !abbreviated && gap.matches("(?s).*(?:[.!?:;“\"‘*#>•]|\\n\\s*\\n|\\n\\s*[-*]).*");
    }

    private static boolean shouted(String text) {
        long upper = text.chars().filter(Character::isUpperCase).count();
        long lower = text.chars().filter(Character::isLowerCase).count();
        return upper > 12 && lower == 0;
    }
}
