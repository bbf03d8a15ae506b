package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.Draft.Support;
import coalition.document.Span;
import coalition.model.Chat;
import coalition.model.ChatEndpoint;
import coalition.model.ChatException.Trouble;
import coalition.model.ChatSettings;
import coalition.storage.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackGeneratorTest {
    private static final String QUESTION = "When did Michael Kors leave the coalition?";
    private final Database database = ModelSamples.database();
    private final List<String> heard = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void passesOnWhatTheSourcesSupport() {
        Draft draft = draft(ScriptedChat.saying("In April 2016, Michael Kors quit the coalition. [1]"));
        assertThat(draft.mode()).isEqualTo(Mode.LLM);
        assertThat(heard).containsExactly("In April 2016, Michael Kors quit the coalition.");
    }

    @Test
    void narrowsACitationToItsSentence() {
        Draft draft = draft(ScriptedChat.saying("In April 2016, Michael Kors quit the coalition. [1]"));
        assertThat(draft.sentences().getFirst().supports().getFirst().span().in(ModelSamples.LEAVING))
                .isEqualTo("Michael Kors left the coalition in April 2016.");
    }

    @Test
    void holdsASentenceWithoutMarkersAgainstAllPassages() {
        Draft draft = draft(ScriptedChat.saying("In April 2016, Michael Kors quit the coalition."));
        assertThat(draft.mode()).isEqualTo(Mode.LLM);
    }

    @Test
    void quotesTheSourceInPlaceOfAWrongSentence() {
        Draft draft = draft(
                ScriptedChat.saying(
                        "The company objected to the membership of Alibaba. [1] Michael Kors left the coalition in May 2016. [1]"));
        assertThat(draft.sentences())
                .extracting(DraftSentence::text)
                .containsExactly(
                        "The company objected to the membership of Alibaba.",
                        "Michael Kors left the coalition in April 2016.");
    }

    @Test
    void letsTheTemplateAnswerWhenNoSentenceIsTheModelsOwn() {
        Draft draft = draft(ScriptedChat.saying("Michael Kors left the coalition in May 2016. [1]"));
        assertThat(draft.mode()).isEqualTo(Mode.TEMPLATE);
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void letsTheTemplateAnswerWhenTheModelDoesNot(Trouble trouble) {
        Draft draft = draft(ScriptedChat.failing(trouble));
        assertThat(draft.mode()).isEqualTo(Mode.TEMPLATE);
        assertThat(draft.notice()).contains(trouble.words());
    }

    @Test
    void tellsNoSentenceTwice() {
        Draft draft = draft(ScriptedChat.saying(
                "Michael Kors left the coalition in April 2016. [1] Bananas are yellow. [1] Paris is in Texas. [1]"
                        + " Ships can fly. [1] Dogs can sing. [2]"));
        assertThat(draft.mode()).isEqualTo(Mode.TEMPLATE);
        assertThat(heard).containsExactly("Michael Kors left the coalition in April 2016.");
    }

    @Test
    void asksTheNextModelFirst() {
        Draft draft = draft(
                ScriptedChat.failing(Trouble.UNREACHABLE),
                ScriptedChat.saying("Alibaba became a member on 13 April 2016. [2]"));
        assertThat(draft.mode()).isEqualTo(Mode.LLM);
    }

    @Test
    void letsTheTemplateAnswerWhenNothingStands() {
        Draft draft = draft(ScriptedChat.saying("Bananas are rich in potassium. [1] Paris is in Texas. [9]"));
        assertThat(draft.mode()).isEqualTo(Mode.TEMPLATE);
        assertThat(draft.notice()).contains("did not pass the checks");
    }

    @Test
    void writesDownWhatBecameOfEachSentence() {
        draft(ScriptedChat.saying("Michael Kors quit the coalition in April 2016. [1] Bananas are yellow. [1]"));
        assertThat(new ModelLog(database).last(1).getFirst().sentences())
                .extracting(ModelLog.Line::outcome)
                .containsExactly("kept", "dropped");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NONE",
                "**None.**",
                "I'm sorry, I cannot find this.",
                "The passages do not explicitly mention this. [1]",
                "This is not stated in the given passages. [1][2]",
                "There is no information about it.",
                "No answer."
            })
    void takesWhatSaysThatNothingIsThereForNoClaim(String reply) {
        Draft draft = draft(ScriptedChat.saying(reply));
        assertThat(draft.notice()).contains("found no answer");
    }

    @Test
    void forgetsWhatAModelThoughtAloud() {
        Draft draft = draft(ScriptedChat.saying(
                "Alibaba joined the coalition on 13 April 2016 as its first e-commerce member. [2] So they ask when.</think>\n\n"
                        + "In April 2016, Michael Kors quit the coalition. [1]"));
        assertThat(draft.sentences())
                .extracting(DraftSentence::text)
                .containsExactly("In April 2016, Michael Kors quit the coalition.");
    }

    @Test
    void checksNoSentenceWhenTheTimeIsOver() {
        AtomicLong now = new AtomicLong();
        ScriptedChat chat = new ScriptedChat(prompt -> {
            now.addAndGet(Duration.ofSeconds(3).toNanos());
            return "In April 2016, Michael Kors quit the coalition. [1]";
        });
        FallbackGenerator generator = new FallbackGenerator(
                List.of(new ModelGenerator(chat, new AnswerPrompt(() -> "f"), Duration.ofSeconds(2))),
                FallbackGeneratorTest::template,
                new SentenceVerifier(ModelSamples.encoder()),
                new ModelLog(database),
                Duration.ofSeconds(2),
                now::get);
        assertThat(generator
                        .generate(ModelSamples.task(QUESTION, ModelSamples.passages(), List.of()), s -> {})
                        .mode())
                .isEqualTo(Mode.TEMPLATE);
    }

    @Test
    void countsWhatTheCallCost() {
        draft(ScriptedChat.saying("Michael Kors quit the coalition in April 2016. [1]"));
        assertThat(new Spend(database, Clock.systemUTC()).today()).isEqualTo((100 * 1 + 10 * 2) / 1e6);
    }

    private Draft draft(Chat... chats) {
        LlmSettings settings = new LlmSettings(ChatSettings.of(List.of(ChatEndpoint.parse("openai:m"))), 4, 0, false);
        LanguageModels models = LanguageModels.around(settings, List.of(chats), database, Clock.systemUTC());
        Generator generator = models.generator(
                FallbackGeneratorTest::template, new SentenceVerifier(ModelSamples.encoder()), () -> 0);
        return generator.generate(
                ModelSamples.task(QUESTION, ModelSamples.passages(), List.of()), s -> heard.add(s.text()));
    }

    private static Draft template(Generator.Task task, java.util.function.Consumer<DraftSentence> sentences) {
        Span span = new Span(0, 46);
        DraftSentence sentence =
                new DraftSentence(span.in(ModelSamples.LEAVING), List.of(new Support(0, span, List.of())));
        sentences.accept(sentence);
        return new Draft("", List.of(sentence), Mode.TEMPLATE, "");
    }
}
