package coalition.slack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a person's words ask for.
 *
 * @param wish a question, help, silence, or a digest
 * @param digest which digest; empty for everything else
 * @param topic the question, or what the digest is about
 */
record Asked(Wish wish, Optional<Digests.Kind> digest, String topic) {
    private static final Set<String> VERBS = Set.of(
            "is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "will", "would", "can", "could",
            "should", "led", "said", "says", "runs", "ran", "owns", "founded", "wrote", "made", "left", "the", "else");
    private static final List<String> STARTS = List.of(
            "who ",
            "what ",
            "when ",
            "where ",
            "why ",
            "which ",
            "whose ",
            "whom ",
            "how ",
            "is ",
            "are ",
            "was ",
            "were ",
            "do ",
            "does ",
            "did ",
            "has ",
            "have ",
            "had ",
            "can ",
            "could ",
            "should ",
            "would ",
            "will ",
            "and who ",
            "and what ",
            "and when ",
            "and where ",
            "and why ",
            "and how ",
            "what's ",
            "who's ",
            "tell me ",
            "explain ");

    enum Wish {
        QUESTION,
        HELP,
        STOP,
        DIGEST
    }

    /** Reads the words behind the slash command. */
    static Asked command(String text) {
        String words = text.strip();
        String first = words.split("\\s+", 2)[0].toLowerCase(Locale.ROOT);
        String rest = words.substring(first.length()).strip();
        return switch (first) {
            case "", "help", "?" -> rest.isEmpty() ? new Asked(Wish.HELP, Optional.empty(), "") : question(words);
            case "sources" -> rest.isEmpty() ? digest(Digests.Kind.SOURCES, "") : question(words);
            case "timeline" -> words.endsWith("?") ? question(words) : digest(Digests.Kind.TIMELINE, rest);
            case "sides" -> words.endsWith("?") ? question(words) : digest(Digests.Kind.SIDES, rest);
            case "summary", "summarize", "summarise" ->
                words.endsWith("?")
                        ? question(words)
                        : digest(Digests.Kind.SUMMARY, rest.replaceFirst("(?i)^(of|on|about) ", ""));
            case "who" -> isName(rest) ? digest(Digests.Kind.WHO, rest) : question(words);
            default -> question(words);
        };
    }

    /** Reads a message: a command is its only word. */
    static Asked message(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT).replaceFirst("[.!]$", "");
        return switch (word) {
            case "stop" -> new Asked(Wish.STOP, Optional.empty(), "");
            case "", "help", "summary", "timeline", "sides", "sources" -> command(word);
            default -> question(text.strip());
        };
    }

    /** Whether a message in a thread asks something. */
    static boolean isQuestion(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        return words.endsWith("?")
                || words.contains("? ")
                || words.contains("?\n")
                || STARTS.stream().anyMatch(words::startsWith);
    }

    private static boolean isName(String rest) {
        if (rest.isEmpty() || rest.endsWith("?")) {
            return false;
        }
        String[] words = rest.split("\\s+");
        return words.length <= 5 && !VERBS.contains(words[0].toLowerCase(Locale.ROOT));
    }

    /** A question, whatever its words are. */
    static Asked ofQuestion(String words) {
        return question(words.strip());
    }

    private static Asked question(String words) {
        return new Asked(Wish.QUESTION, Optional.empty(), words);
    }

    private static Asked digest(Digests.Kind kind, String topic) {
        return new Asked(Wish.DIGEST, Optional.of(kind), topic);
    }
}
