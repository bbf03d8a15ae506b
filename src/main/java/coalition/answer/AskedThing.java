package coalition.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a question without a proper name is about, as a phrase an "it" can stand for: "the outage" of "How long was the outage?" */
final class AskedThing {
    private static final Pattern TOPIC = Pattern.compile(
            "^(?:(?:please )?(?:tell|show|give) (?:me|us) (?:more )?(?:about|of)|(?:what|how) about|what do the documents say about|summari[sz]e|describe|explain|define"
                    + "|what (?:do you know|is known) about)\\s+(.+)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST =
            Pattern.compile("\\b(?:for|of|about) ((?:the |a |an )?\\p{L}+(?: \\p{L}+)?)$", Pattern.CASE_INSENSITIVE);
    private static final Set<String> STARTS =
            Lexicon.words("the a an our my your this that its their his her new next last");
    private static final int LONGEST = 7;
    private static final int WITHIN = 5;

    private AskedThing() {}

    /** The phrase as it is asked; empty where there is none, where it is somebody, and where a pronoun is in it. */
    static Optional<String> in(String standalone) {
        String plain = PlainQuestion.of(standalone).replaceAll("[?.!\\s]+$", "");
        if (plain.isEmpty() || plain.toLowerCase(Locale.ROOT).startsWith("who") || AskedKind.of(plain) == Asked.WHO) {
            return Optional.empty();
        }
        Matcher topic = TOPIC.matcher(plain);
        return (topic.find() ? Optional.of(topic.group(1)) : afterVerb(plain))
                .filter(AskedThing::isThing)
                .or(() -> last(plain).filter(AskedThing::isThing));
    }

    /** What the question ends with after "for", "of" or "about": "How many days do I get for moving house?" */
    private static Optional<String> last(String plain) {
        Matcher matcher = LAST.matcher(plain);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> afterVerb(String plain) {
        List<Token> tokens = Token.all(plain);
        Clause clause = Clause.of(tokens);
        if (clause.to() > clause.from()) {
            int from = clause.from();
            boolean article = from > 0 && STARTS.contains(tokens.get(from - 1).lower());
            return Optional.of(phrase(plain, tokens, article ? from - 1 : from, clause.to()));
        }
        for (int i = 0; i < Math.min(tokens.size() - 1, WITHIN); i++) {
            if (Lexicon.BE.contains(tokens.get(i).lower())) {
                return Optional.of(phrase(plain, tokens, i + 1, end(tokens, i + 1)));
            }
        }
        return Optional.empty();
    }

    /** Up to a preposition other than "of", a participle or the end. */
    private static int end(List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size()) {
            String word = tokens.get(end).lower();
            boolean linked = word.equals("of") || STARTS.contains(word);
            boolean past = end > from && (word.endsWith("ed") || Verbs.isPast(word));
            if (past || (Lexicon.STOP.contains(word) && !linked)) {
                break;
            }
            end++;
        }
        return end;
    }

    private static String phrase(String plain, List<Token> tokens, int from, int to) {
        return to > from
                ? plain.substring(tokens.get(from).start(), tokens.get(to - 1).end())
                : "";
    }

    private static boolean isThing(String phrase) {
        List<Token> words = Token.all(phrase);
        return !words.isEmpty()
                && words.size() <= LONGEST
                && words.stream().anyMatch(Lexicon::content)
                && words.stream()
                        .noneMatch(t -> Lexicon.PERSONAL.contains(t.lower()) || Lexicon.PEOPLE.contains(t.lower()));
    }
}
