package coalition.answer;

import coalition.conversation.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a question that leans on its thread stand alone, by rules: pronouns become the names they stand for, a bare "when?" takes
 * the rest from the question before, "what about X?" asks it of X. A question that stands alone stays as it was asked, to the letter.
 * Safe for several threads.
 */
public final class StandaloneQuestion implements Rewriter {
    private static final Pattern BARE = Pattern.compile(
            "^((?:since |until |from |by |to )?(?:who|when|where|why|how|how (?:many|much|long|old|often|far|so)|what year|what date|which year|with whom|for whom|by whom|to whom|how come|(?:in|on|at|by|for|to|from|under|since|until|with|of) (?:what|which) \\p{L}+))"
                    + "(?: exactly| then)?(?: (?:is|was|did|does|has) (?:that|this|it)(?: happen(?:ed)?| so| be)?| not| so)?\\s*[?.!]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ABOUT = Pattern.compile(
            "^(?:what|how) about (.+?)\\s*[?.!]*$|^(?:and|same for|and for) (.+?)\\s*[?.!]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPENING =
            Pattern.compile("^(?:and|but|also|so|then|ok|okay)\\b[, ]*", Pattern.CASE_INSENSITIVE);
    private static final int SHORT = 2;

    @Override
    public String standalone(String question, List<Turn> turns) {
        String asked = question.strip();
        if (turns.isEmpty()) {
            return asked;
        }
        String before = turns.getLast().standalone();
        String core = OPENING.matcher(PlainQuestion.of(asked)).replaceFirst("");
        Matcher bare = BARE.matcher(core);
        Focus focus = Focus.of(turns);
        boolean pointing =
                focus.asked().isPresent() && core.toLowerCase(Locale.ROOT).matches(".*\\bit\\b.*");
        if (bare.matches() && !pointing) {
            return Ellipsis.expand(bare.group(1), before);
        }
        Matcher about = ABOUT.matcher(asked);
        if (about.matches()) {
            String other = Optional.ofNullable(about.group(1)).orElseGet(() -> about.group(2));
            Optional<String> substituted = Substitution.of(other, before);
            if (substituted.isPresent()) {
                return substituted.get();
            }
        }
        String resolved = new Pronouns(focus).resolve(asked);
        return resolved.equals(asked) ? withTopic(asked, core, focus) : resolved;
    }

    /** "What about X?" may also ask for whatever is said of X. */
    @Override
    public Optional<String> otherwise(String question, List<Turn> turns) {
        Matcher about = ABOUT.matcher(question.strip());
        return turns.isEmpty() || !about.matches()
                ? Optional.empty()
                : Optional.ofNullable(about.group(1))
                        .or(() -> Optional.of(about.group(2))
                                .filter(w -> Token.all(w).size() <= SHORT))
                        .map(topic -> "What do the documents say about " + topic + "?");
    }

    /** "How many members?" in a thread about a club asks for the members of the club. */
    private static String withTopic(String asked, String core, Focus focus) {
        List<Token> tokens = Token.all(core);
        boolean open = !tokens.isEmpty()
                && Lexicon.QUESTION_WORDS.contains(tokens.getFirst().lower())
                && Names.in(core).stream().allMatch(Name::initial)
                && tokens.stream().filter(Lexicon::content).count() <= SHORT
                && tokens.stream().noneMatch(t -> Lexicon.AUXILIARIES.contains(t.lower()))
                && !verbAfterWho(tokens);
        Optional<String> topic = focus.thing();
        if (!open || topic.isEmpty()) {
            return asked;
        }
        String plain = core.replaceAll("[?.!\\s]+$", "");
        return plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1) + " of " + topic.get() + "?";
    }

    private static boolean verbAfterWho(List<Token> tokens) {
        String first = tokens.getFirst().lower();
        return first.equals("who") || first.equals("why") || (first.equals("what") && tokens.size() > 2);
    }
}
