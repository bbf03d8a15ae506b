package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Ranking.Candidate;
import coalition.document.Chunk;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentenceChoiceTest {
    private static final String QUESTION = "list all conditions of the ferry's licence";
    private static final String LETTER =
            "The letter says that the conditions of the ferry's licence are a yearly review and no night service.";

    @Test
    void addsNoSentenceThatOnlyAnnouncesWhatIsNotShown() {
        assertThat(
                        chosen(
                                LETTER,
                                "The further conditions for the ferry, written down by the harbour board after long talks in May, are these:"))
                .containsExactly(LETTER);
    }

    @Test
    void addsASentenceThatSaysMore() {
        String more = "The conditions of the ferry's licence, says the board, are a second crew and a pilot.";
        assertThat(chosen(LETTER, more)).containsExactly(LETTER, more);
    }

    @Test
    void takesNoQuestionForAnAnswer() {
        Chunk chunk =
                Chunks.of("Ferry", "", "Who has the bell? Ann has the bell.", "Who has the bell?", "Ann has the bell.");
        List<Candidate> candidates =
                List.of(new Candidate(0, 0, 1, .5, Optional.empty()), new Candidate(0, 1, .9, .5, Optional.empty()));

        assertThat(SentenceChoice.choose(
                                QuestionAnalysis.of("who has the bell"),
                                List.of(Chunks.passage(chunk)),
                                new Ranking(candidates, .9))
                        .getFirst()
                        .run()
                        .shown())
                .isEqualTo("Ann has the bell.");
    }

    @Test
    void tellsOfATopicInTheOrderOfTheDocument() {
        Chunk chunk = Chunks.of(
                "Ferry",
                "The wreck",
                "Ann Low saw the wreck in March. Divers raised the anchor of the wreck a year later.",
                "Ann Low saw the wreck in March.",
                "Divers raised the anchor of the wreck a year later.");
        List<Candidate> candidates =
                List.of(new Candidate(0, 1, 1, .6, Optional.empty()), new Candidate(0, 0, .9, .4, Optional.empty()));

        assertThat(SentenceChoice.choose(
                        QuestionAnalysis.of("tell me about the wreck"),
                        List.of(Chunks.passage(chunk)),
                        new Ranking(candidates, .9)))
                .extracting(c -> c.run().first())
                .containsExactly(0, 1);
    }

    private static List<String> chosen(String one, String other) {
        Chunk chunk = Chunks.of("Ferry", "", one + "\n\n" + other, one, other);
        List<Candidate> candidates =
                List.of(new Candidate(0, 0, 1, .5, Optional.empty()), new Candidate(0, 1, .9, .5, Optional.empty()));
        return SentenceChoice.choose(
                        QuestionAnalysis.of(QUESTION), List.of(Chunks.passage(chunk)), new Ranking(candidates, .9))
                .stream()
                .map(chosen -> chosen.run().shown())
                .toList();
    }
}
