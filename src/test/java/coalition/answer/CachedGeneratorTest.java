package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.Draft.Support;
import coalition.document.Span;
import coalition.retrieval.Passage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CachedGeneratorTest {
    private final List<String> asked = new ArrayList<>();
    private Mode mode = Mode.LLM;
    private final CachedGenerator unit = new CachedGenerator((task, sentences) -> {
        asked.add(task.standalone());
        DraftSentence sentence = new DraftSentence("Yes.", List.of(new Support(0, new Span(0, 4), List.of())));
        sentences.accept(sentence);
        return new Draft("", List.of(sentence), mode, "");
    });

    @Test
    void answersTheSameQuestionOnce() {
        ask("Who left?", ModelSamples.passages());
        ask("who  left", ModelSamples.passages());
        assertThat(asked).hasSize(1);
    }

    @Test
    void tellsTheSentencesAgain() {
        ask("Who left?", ModelSamples.passages());
        assertThat(ask("Who left?", ModelSamples.passages())).containsExactly("Yes.");
    }

    @ParameterizedTest
    @CsvSource({"leave.md, Changed text of the same file.", "other.md, Michael Kors left."})
    void asksAgainWhenAPassageIsAnother(String document, String text) {
        ask("Who left?", ModelSamples.passages());
        Passage changed = ModelSamples.passage(document, "Leaving", text, "abcdef0123456789");
        ask("Who left?", List.of(changed, ModelSamples.passages().getLast()));
        assertThat(asked).hasSize(2);
    }

    @Test
    void keepsNothingOfTheTemplate() {
        mode = Mode.TEMPLATE;
        ask("Who left?", ModelSamples.passages());
        ask("Who left?", ModelSamples.passages());
        assertThat(asked).hasSize(2);
    }

    private List<String> ask(String question, List<Passage> passages) {
        List<String> heard = new ArrayList<>();
        unit.generate(ModelSamples.task(question, passages, List.of()), s -> heard.add(s.text()));
        return heard;
    }
}
