package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.Draft.Support;
import coalition.answer.Verifier.Verdict;
import coalition.document.Span;
import coalition.model.TestModels;
import coalition.retrieval.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceVerifierTest {
    private static final String TEXT =
            "The Harbour Museum opened on 3 May 1987 in an old customs house. Its first director was Anna Berg, who had worked for"
                    + " the city archive. The museum shows 40 ships and about 2,000 maps. The city council reportedly plans to close the"
                    + " museum in 2030. Most visitors come from Norway. Anna Berg criticised the council for its plans. In June"
                    + " the Harbour Museum beat the Castle Museum in a vote after visiting Oslo. The council was accused of waste.";
    private static final SentenceVerifier UNIT =
            new SentenceVerifier(ModelSamples.encoder(), TestModels.models().reader());
    private static final List<Passage> PASSAGES = List.of(ModelSamples.passage("m.md", "Harbour Museum", TEXT));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Harbour Museum opened on 3 May 1987 in an old customs house.",
                "On 3 May 1987, the Harbour Museum opened in an old customs house.",
                "Most visitors come from Norway.",
                "The museum has 40 ships and about 2,000 maps on display.",
                "Anna Berg condemned the council for its plans.",
                "The Harbour Museum opened on 3 May 1987, and most visitors come from Norway."
            })
    void keepsWhatTheSourceSays(String sentence) {
        assertThat(verdict(sentence)).isInstanceOf(Verdict.Supported.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Harbour Museum opened on 3 May 1978 in an old customs house.",
                "The Harbour Museum opened on 3 June 1987 in an old customs house.",
                "The Bergen Museum opened on 3 May 1987 in an old customs house.",
                "The Harbour Museum did not open on 3 May 1987.",
                "The Harbour Museum closed on 3 May 1987.",
                "The council criticised Anna Berg for its plans.",
                "The city council will close the museum in 2030.",
                "All visitors come from Norway.",
                "The museum shows 2,000 ships and about 40 maps.",
                "The museum shows more than 40 ships.",
                "The Harbour Museum opened on 3 May 1987 because of rising costs.",
                "Most visitors come from Norway, and the council sold the museum.",
                "The museum is \"the finest in the north\".",
                "Did the museum open in 1987?",
                "The Castle Museum beat the Harbour Museum in a vote after visiting Oslo.",
                "The council accused the museum of waste.",
                "Bananas are rich in potassium."
            })
    void refusesWhatTheSourceDoesNotSay(String sentence) {
        assertThat(verdict(sentence)).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "They also produce normal droppings, which are not eaten. | Normal droppings are eaten too.",
                "Statistical mechanics is far superior to classical thermodynamics."
                        + " | Classical thermodynamics is far superior to statistical mechanics.",
                "A door within the vestibule is believed to be the oldest in England."
                        + " | A door within the vestibule is the oldest in England.",
                "There were reports that two activists were deported in May. | Two activists were deported in May.",
                "Oslo moved its port to Bergen after Liu Bei's advice. Liu Bei moved his court to Oslo after Sun Quan's advice."
                        + " | Sun Quan moved his court to Oslo after Liu Bei's advice."
            })
    void refusesWhatTheNearestSentenceSaysOtherwise(String source, String sentence) {
        Passage passage = ModelSamples.passage("n.md", "Notes", source);
        Support support = new Support(0, passage.chunk().span(), List.of());
        assertThat(UNIT.verify(new DraftSentence(sentence, List.of(support)), List.of(passage)))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void citesExactlyTheSentencesItStandsOn() {
        Verdict verdict = verdict("The Harbour Museum opened on 3 May 1987, and most visitors come from Norway.");
        assertThat(((Verdict.Supported) verdict).supports())
                .extracting(s -> s.span().in(TEXT))
                .containsExactly(
                        "The Harbour Museum opened on 3 May 1987 in an old customs house.",
                        "Most visitors come from Norway.");
    }

    @Test
    void refusesASentenceThatNamesNoPassage() {
        DraftSentence sentence = new DraftSentence("Most visitors come from Norway.", List.of());
        assertThat(UNIT.verify(sentence, PASSAGES)).isInstanceOf(Verdict.Refused.class);
    }

    private static Verdict verdict(String sentence) {
        return UNIT.verify(
                new DraftSentence(sentence, List.of(new Support(0, new Span(0, TEXT.length()), List.of()))), PASSAGES);
    }
}
