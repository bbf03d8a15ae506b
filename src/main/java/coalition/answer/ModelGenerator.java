package coalition.answer;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.Draft.Support;
import coalition.document.VisibleText;
import coalition.model.Chat;
import coalition.model.Prompt;
import coalition.model.Reply;
import coalition.retrieval.Passage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Drafts an answer with a chat model. What it drafts is to be verified, whatever the model. Safe for several threads. */
final class ModelGenerator implements Generator {
    private static final int MOST_SENTENCES = 12;
    /** What claims nothing: that the passages do not answer, a lead-in to a list, a list of sources. */
    private static final Pattern NOTHING = Pattern.compile(
            "^none[.!]?$|:$|^\\S+$|^(?:sources?|references?|citations?)\\s*:|^i (?:do not|don't|cannot|can't|could not|couldn't) (?:know|find|answer)\\b"
                    + "|\\b(?:passages?|sources?|documents?|context|text|information) (?:provided |given |above )?(?:do|does|did) not"
                    + " (?:mention|contain|say|state|provide|specify|include|answer|give|address)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Chat chat;
    private final AnswerPrompt prompts;
    private final Duration deadline;

    /** @param deadline how long one draft may take */
    ModelGenerator(Chat chat, AnswerPrompt prompts, Duration deadline) {
        this.chat = chat;
        this.prompts = prompts;
        this.deadline = deadline;
    }

    /**
     * What one call to a model made.
     *
     * @param draft its sentences; none where it says that the passages do not answer
     * @param model who wrote it
     * @param reply what came, with its tokens
     */
    record Written(Draft draft, String model, Reply reply) {}

    @Override
    public Draft generate(Task task, Consumer<DraftSentence> sentences) {
        return write(task, deadline, sentences).draft();
    }

    String name() {
        return chat.name();
    }

    double cost(Reply reply) {
        return chat.price().of(reply.inputTokens(), reply.outputTokens());
    }

    /**
     * Drafts within a time.
     *
     * @throws coalition.model.ChatException when no reply came
     */
    Written write(Task task, Duration within, Consumer<DraftSentence> sentences) {
        Prompt prompt = prompts.of(task, chat.structured());
        List<DraftSentence> drafted = new ArrayList<>();
        DraftParser parser = new DraftParser(proposed -> {
            if (drafted.size() < MOST_SENTENCES && !claimsNothing(proposed)) {
                DraftSentence sentence = sentence(proposed, task.passages());
                drafted.add(sentence);
                sentences.accept(sentence);
            }
        });
        Reply reply = chat.ask(prompt, within, parser::add);
        parser.end();
        return new Written(new Draft("", drafted, Mode.LLM, ""), chat.name(), reply);
    }

    private static boolean claimsNothing(DraftParser.Proposed proposed) {
        return NOTHING.matcher(proposed.text()).find();
    }

    /** The sentence with the passages its markers name; numbers that name none are left out. One without markers may stand anywhere. */
    private static DraftSentence sentence(DraftParser.Proposed proposed, List<Passage> passages) {
        List<Integer> numbers = proposed.passages().isEmpty()
                ? IntStream.rangeClosed(1, passages.size()).boxed().toList()
                : proposed.passages();
        List<Support> supports = numbers.stream()
                .filter(number -> number >= 1 && number <= passages.size())
                .map(number ->
                        new Support(number - 1, passages.get(number - 1).chunk().span(), List.of()))
                .toList();
        return new DraftSentence(VisibleText.strip(proposed.text()), supports);
    }
}
