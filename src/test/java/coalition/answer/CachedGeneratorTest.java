package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.Draft.Support;
import coalition.answer.Generator.Task;
import coalition.conversation.ThreadId;
import coalition.document.Span;
import coalition.retrieval.Passage;
import coalition.retrieval.Scope;
import coalition.storage.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CachedGeneratorTest {
    private static final String ASKED = "Why did Michael Kors leave the coalition in 2016?";
    private final Database database = ModelSamples.database();
    private final List<String> asked = new ArrayList<>();
    private final AtomicLong generation = new AtomicLong(7);
    private final SameQuestion sameness = new SameQuestion(new SentenceVerifier(ModelSamples.encoder())::nearness);
    private Mode mode = Mode.LLM;

    private final Generator writer = (task, sentences) -> {
        asked.add(task.standalone());
        DraftSentence sentence = new DraftSentence("Yes.", List.of(new Support(0, new Span(0, 4), List.of())));
        sentences.accept(sentence);
        return new Draft("", List.of(sentence), mode, "");
    };

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "why did michael kors leave the coalition in 2016",
                "Why has Michael Kors left the coalition in 2016?",
                "Please tell me why Michael Kors left the coalition in 2016",
                "Can you tell me why Michael Kors left the coalition in 2016?",
                "What was the reason Michael Kors left the coalition in 2016?"
            })
    void answersTheSameInOtherWordsWithoutAsking(String again) {
        ask(unit("m"), ASKED, Scope.all());
        ask(unit("m"), again, Scope.all());
        assertThat(asked).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Why did Michael Kors leave the coalition in 2017?",
                "Why did Calvin Klein leave the coalition in 2016?",
                "When did Michael Kors leave the coalition in 2016?",
                "Why did Michael Kors not leave the coalition in 2016?",
                "Why did Michael Kors join the coalition in 2016?",
                "Why did the coalition leave Michael Kors in 2016?",
                "Why did Michael Kors leave the coalition before 2016?",
                "Who did Michael Kors leave the coalition with in 2016?"
            })
    void asksAgainWhenSomethingElseIsAsked(String other) {
        ask(unit("m"), ASKED, Scope.all());
        ask(unit("m"), other, Scope.all());
        assertThat(asked).hasSize(2);
    }

    @Test
    void tellsTheSentencesAgain() {
        ask(unit("m"), ASKED, Scope.all());
        assertThat(ask(unit("m"), ASKED, Scope.all())).containsExactly("Yes.");
    }

    @ParameterizedTest
    @CsvSource({"leave.md, Changed text of the same file.", "other.md, Michael Kors left."})
    void asksAgainWhenWhatItStoodOnIsNotThere(String document, String text) {
        ask(unit("m"), ASKED, Scope.all());
        Passage changed = ModelSamples.passage(document, "Leaving", text, "abcdef0123456789");
        ask(
                unit("m"),
                ASKED,
                Scope.all(),
                List.of(changed, ModelSamples.passages().getLast()));
        assertThat(asked).hasSize(2);
    }

    @Test
    void asksAgainWhenTheIndexChanged() {
        ask(unit("m"), ASKED, Scope.all());
        generation.incrementAndGet();
        ask(unit("m"), ASKED, Scope.all());
        assertThat(asked).hasSize(2);
    }

    @Test
    void givesNothingOfOneSetOfDocumentsToAnother() {
        ask(unit("m"), ASKED, new Scope(List.of("legal/**"), List.of()));
        ask(unit("m"), ASKED, Scope.all());
        assertThat(asked).hasSize(2);
    }

    @Test
    void asksAgainWhenTheModelIsAnother() {
        ask(unit("m"), ASKED, Scope.all());
        ask(unit("n"), ASKED, Scope.all());
        assertThat(asked).hasSize(2);
    }

    @Test
    void keepsNothingWrittenWhileTheIndexChanged() {
        Generator changing = (task, sentences) -> {
            generation.incrementAndGet();
            return writer.generate(task, sentences);
        };
        ask(unit("m", changing), ASKED, Scope.all());
        generation.set(7);
        ask(unit("m"), ASKED, Scope.all());
        assertThat(asked).hasSize(2);
    }

    @Test
    void keepsNothingOfTheTemplate() {
        mode = Mode.TEMPLATE;
        ask(unit("m"), ASKED, Scope.all());
        ask(unit("m"), ASKED, Scope.all());
        assertThat(asked).hasSize(2);
    }

    @Test
    void forgetsWhatAPersonAsked() {
        ask(unit("m"), ASKED, Scope.all());
        assertThat(new VerifiedAnswers(database).forget(ASKED, ModelSamples.NOON))
                .isEqualTo(1);
    }

    @Test
    void writesDownThatNothingWasPaid() {
        ask(unit("m"), ASKED, Scope.all());
        ask(unit("m"), ASKED, Scope.all());
        ModelLog.Entry entry = new ModelLog(database).last(1).getFirst();
        assertThat(entry.model() + " " + entry.inputTokens() + " " + entry.cost())
                .isEqualTo("kept answer 0 0.0");
    }

    private CachedGenerator unit(String origin) {
        return unit(origin, writer);
    }

    private CachedGenerator unit(String origin, Generator generator) {
        return new CachedGenerator(
                generator, new VerifiedAnswers(database), sameness, generation::get, origin, new ModelLog(database));
    }

    private static List<String> ask(Generator unit, String question, Scope scope) {
        return ask(unit, question, scope, ModelSamples.passages());
    }

    private static List<String> ask(Generator unit, String text, Scope scope, List<Passage> passages) {
        List<String> heard = new ArrayList<>();
        Question question = new Question(text, new ThreadId("t"), "u", ModelSamples.NOON, scope);
        Task task = ModelSamples.task(text, passages, List.of());
        unit.generate(
                new Task(question, text, List.of(), passages, task.readings(), .9, List.of()),
                s -> heard.add(s.text()));
        return heard;
    }
}
