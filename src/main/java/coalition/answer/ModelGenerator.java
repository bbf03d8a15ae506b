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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Drafts an answer with a chat model. What it drafts is to be verified, whatever the model. Safe for several threads. */
final class ModelGenerator implements Generator {
    private static final int MOST_SENTENCES = 12;
    private static final int LONGEST_MARK = 16;
    /** What claims nothing: that the passages do not answer, a lead-in to a list, a list of sources. */
    private static final Pattern NOTHING = Pattern.compile(
            "^\\W*none\\W*$|:$|^\\S+$|^no (?:answer|information)\\b|^(?:sources?|references?|citations?)(?: used)?\\s*:"
                    + "|^(?:(?:i'm |i am )?sorry,? |unfortunately,? )?i (?:do not|don't|cannot|can't|could not|couldn't|am unable to|was unable to)"
                    + " (?:know|find|answer|say|tell|determine)\\b"
                    + "|\\b(?:passages?|sources?|documents?|context|text|information) (?:provided |given |above )?(?:do|does|did) not"
                    + " (?:\\w+ )?(?:mention|contain|say|state|provide|specify|include|answer|give|address|tell)\\b"
                    + "|\\b(?:is|are|was|were) (?:not|nowhere) (?:\\w+ )?(?:mentioned|stated|said|given|provided|specified|answered|found) (?:\\w+ )?(?:in|by) (?:the|these|any)"
                    + " (?:\\w+ )?(?:passages?|sources?|documents?|context|text)\\b"
                    + "|^there is (?:no|not enough) (?:information|mention)\\b",
            Pattern.CASE_INSENSITIVE);
    /** Ends what a model thought aloud and never opened. */
    private static final Pattern THOUGHT = Pattern.compile("</think(?:ing)?>", Pattern.CASE_INSENSITIVE);

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

    /** Hears the sentences of a draft. */
    interface Drafting {
        void drafted(DraftSentence sentence);

        /** What came was not meant to be heard: the draft begins now. */
        void begunAgain();
    }

    @Override
    public Draft generate(Task task, Consumer<DraftSentence> sentences) {
        Drafting drafting = new Drafting() {
            @Override
            public void drafted(DraftSentence sentence) {
                sentences.accept(sentence);
            }

            @Override
            public void begunAgain() {
                // who was told thoughts hears the draft too
            }
        };
        return write(task, deadline, drafting).draft();
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
    Written write(Task task, Duration within, Drafting drafting) {
        Prompt prompt = prompts.of(task, chat.structured());
        Hearing hearing = new Hearing(task.passages(), drafting);
        Reply reply = chat.ask(prompt, within, hearing);
        hearing.over(reply.cut());
        return new Written(new Draft("", hearing.sentences, Mode.LLM, ""), chat.name(), reply);
    }

    /** Makes sentences of what comes. For one reply and one thread. */
    private static final class Hearing implements Consumer<String> {
        private final List<Passage> passages;
        private final Drafting drafting;
        private final List<DraftSentence> sentences = new ArrayList<>();
        private final StringBuilder tail = new StringBuilder();
        private DraftParser parser;

        Hearing(List<Passage> passages, Drafting drafting) {
            this.passages = passages;
            this.drafting = drafting;
            this.parser = new DraftParser(this::proposed);
        }

        @Override
        public void accept(String part) {
            tail.append(part);
            Matcher thought = THOUGHT.matcher(tail);
            if (thought.find()) {
                sentences.clear();
                drafting.begunAgain();
                parser = new DraftParser(this::proposed);
                String rest = tail.substring(thought.end());
                tail.setLength(0);
                accept(rest);
                return;
            }
            tail.delete(0, Math.max(0, tail.length() - LONGEST_MARK));
            parser.add(part);
        }

        void over(boolean cut) {
            parser.end(cut);
        }

        private void proposed(DraftParser.Proposed proposed) {
            if (sentences.size() < MOST_SENTENCES && !claimsNothing(proposed)) {
                DraftSentence sentence = sentence(proposed, passages);
                sentences.add(sentence);
                drafting.drafted(sentence);
            }
        }
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
