package coalition.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses what has no words: blanks, punctuation, keys struck at random. */
final class UnreadableRule implements AbstentionRule {
    private static final Pattern MASHED = Pattern.compile(
            "^(?:[bcdfghjklmnpqrstvwxz]{5,}|(.)\\1{3,}|(?:(.{1,3})\\2{2,})|.*(?:asdf|sdfg|dfgh|qwer|wert|zxcv|xcvb|hjkl|jkl;|lkjh|poiu|fdsa|rewq|ghjk|uiop).*"
                    + "|.*[bcdfghjklmnpqrstvwxz]{6,}.*)$");

    @Override
    public String name() {
        return "unreadable";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        List<Token> words = Token.all(inquiry.standalone());
        boolean nothing = words.stream().noneMatch(t -> t.text().length() > 1 || t.number());
        boolean mashed = words.stream().filter(t -> !t.number()).allMatch(UnreadableRule::mashed);
        return nothing || mashed
                ? Optional.of(new Refusal(
                        Reason.UNREADABLE, "I could not read a question in that. Please ask it in a few words."))
                : Optional.empty();
    }

    /** Whether no language would spell it so; a word with capitals only may be an abbreviation. */
    private static boolean mashed(Token token) {
        boolean abbreviation =
                token.text().length() <= 6 && token.text().equals(token.text().toUpperCase(java.util.Locale.ROOT));
        return !abbreviation && MASHED.matcher(token.lower()).matches();
    }
}
