package coalition.answer;

import coalition.conversation.Turn;
import coalition.document.VisibleText;
import coalition.model.Chat;
import coalition.model.ChatException;
import coalition.model.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a question standalone with a chat model, and leaves it to the template's own rewriter when the model fails or changes what
 * was asked: a name or number that nobody said in this thread, more than a few new words, a link or a mention, more than one line,
 * an answer, less than half of its words.
 * Safe for several threads.
 */
final class ModelRewriter implements Rewriter {
    private static final String RULES = AnswerPrompt.resource("rewrite-prompt.txt");
    private static final Pattern CHECKED = Pattern.compile("\\p{Lu}[\\p{L}\\p{N}]+|\\d[\\d.,]*");
    /** A marker of a source, or the end of a statement. */
    private static final Pattern ANSWERING = Pattern.compile("\\[\\d+]|\\.$");

    private static final int LONGEST = 400;
    private static final int BEGINNING = 5;
    /** Misspelt words are new when they are right. */
    private static final int NEW_WORDS = 2;

    private final List<Chat> chats;
    private final Rewriter template;
    private final Duration deadline;

    /**
     * @param chats asked in this order
     * @param template question and last turns to the standalone question, without a model
     * @param deadline for all models together
     */
    ModelRewriter(List<Chat> chats, Rewriter template, Duration deadline) {
        this.chats = List.copyOf(chats);
        this.template = template;
        this.deadline = deadline;
    }

    /** How much of a question's time rewriting may take. */
    static Duration share(Duration deadline) {
        return deadline.dividedBy(5);
    }

    @Override
    public String standalone(String question, List<Turn> history) {
        if (history.isEmpty()) {
            return template.standalone(question, history);
        }
        long end = System.nanoTime() + deadline.toNanos();
        for (Chat chat : chats) {
            Duration left = Duration.ofNanos(end - System.nanoTime());
            if (left.toMillis() < 1) {
                break;
            }
            try {
                String text =
                        chat.ask(prompt(question, history), left, part -> {}).text();
                Optional<String> rewritten = accepted(text, question, history);
                if (rewritten.isPresent()) {
                    return rewritten.get();
                }
                break;
            } catch (ChatException e) {
                // the next model or the template does it: a question is never lost to a rewriting
            }
        }
        return template.standalone(question, history);
    }

    private static Prompt prompt(String question, List<Turn> history) {
        StringBuilder user = new StringBuilder();
        for (Turn turn : history) {
            user.append("Asked: ").append(line(turn.standalone())).append('\n');
            user.append("Answered: ").append(line(turn.answer())).append('\n');
        }
        user.append("Last question: ").append(line(question));
        return new Prompt(RULES, user.toString(), Optional.empty());
    }

    private static String line(String text) {
        return AnswerPrompt.cut(VisibleText.strip(text).replaceAll("\\s+", " ").strip(), LONGEST * 2);
    }

    private static Optional<String> accepted(String reply, String question, List<Turn> history) {
        String text = VisibleText.strip(reply).strip().replaceAll("^[\"“]|[\"”]$", "");
        if (text.isEmpty()
                || text.length() > LONGEST + question.length()
                || text.contains("\n")
                || SafeSentence.refuse(text, question).isPresent()
                || (!SafeSentence.DOMAIN_FREE.test(text) && SafeSentence.DOMAIN_FREE.test(question))
                || ANSWERING.matcher(text).find()
                || !keeps(text, question)) {
            return Optional.empty();
        }
        StringBuilder said = new StringBuilder(question);
        history.forEach(t -> said.append(' ')
                .append(t.question())
                .append(' ')
                .append(t.standalone())
                .append(' ')
                .append(t.answer()));
        Set<String> known = words(said.toString());
        Set<String> added = words(text.substring(1));
        added.removeAll(known);
        return added.isEmpty() && adds(text, said.toString()) <= NEW_WORDS ? Optional.of(text) : Optional.empty();
    }

    /** How many words that say something nobody said before. */
    private static long adds(String text, String said) {
        Set<String> known = Overlap.content(said);
        return Overlap.content(text).stream()
                .filter(word -> known.stream().noneMatch(k -> k.equals(word) || beginAlike(k, word)))
                .count();
    }

    /** Whether it has at least half of the words of the question that say something: others may have been misspelt. */
    private static boolean keeps(String text, String question) {
        Set<String> asked = Overlap.content(question);
        Set<String> there = Overlap.content(text);
        long kept = asked.stream()
                .filter(a -> there.stream().anyMatch(t -> t.equals(a) || beginAlike(a, t)))
                .count();
        return 2 * kept >= asked.size();
    }

    private static boolean beginAlike(String a, String b) {
        return a.length() >= BEGINNING && b.regionMatches(0, a, 0, BEGINNING);
    }

    private static Set<String> words(String text) {
        Set<String> words = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Matcher matcher = CHECKED.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
