package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldsTest {
    private static final Chunk LINES = Chunks.of(
            "Lund v Ashby Water",
            "",
            "**Court:** High Court\n**Judge:** Mrs Justice Vale\n**Present:** Ann Low",
            "**Court:** High Court",
            "**Judge:** Mrs Justice Vale",
            "**Present:** Ann Low");
    private static final Chunk ROWS = Chunks.of(
            "Handbook",
            "Leave",
            "| Kind | Days | Who approves |\n|---|---|---|\n| Study leave | 5 | Dean |\n| Moving | 1 | HR |\n",
            "Kind | Days | Who approves",
            "Study leave | 5 | Dean",
            "Moving | 1 | HR");

    @ParameterizedTest
    @CsvSource({
        "who was the judge?, 1, true",
        "who was the judge in lund v ashby, 1, true",
        "who was the judge?, 0, false",
        "who was the judge in Smith v Jones, 1, false",
        "why was the judge there?, 1, false",
        "what did Ann Low present?, 2, false",
        "what did she present?, 2, false",
        "who was present?, 2, true"
    })
    void knowsTheLineThatIsAskedFor(String question, int sentence, boolean answers) {
        assertThat(Fields.answers(QuestionAnalysis.of(question), LINES, sentence))
                .isEqualTo(answers);
    }

    @ParameterizedTest
    @CsvSource({
        "who approves study leave?, 1, true",
        "who approves study leave?, 0, false",
        "who approves study leave?, 2, false",
        "how many days for moving, 2, true",
        "why is moving one day, 2, false"
    })
    void knowsTheRowThatIsAskedFor(String question, int sentence, boolean answers) {
        assertThat(Fields.answers(QuestionAnalysis.of(question), ROWS, sentence))
                .isEqualTo(answers);
    }

    @ParameterizedTest
    @CsvSource({
        "who approves study leave?, 1, true",
        "who approves study leave?, 2, false",
        "who approves it?, 1, false",
    })
    void knowsTheRowThatHasAllThatIsAskedFor(String question, int sentence, boolean whole) {
        assertThat(Fields.isWholeRow(QuestionAnalysis.of(question), ROWS, sentence))
                .isEqualTo(whole);
    }

    @Test
    void knowsThatALineIsNoRow() {
        assertThat(Fields.isWholeRow(QuestionAnalysis.of("who was the judge?"), LINES, 1))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "why does the pump leak?, true",
        "how do i stop the leak of the pump, false",
        "why is the pump loud?, false"
    })
    void findsReasonsWhereAColumnIsForThem(String question, boolean answers) {
        Chunk faults = Chunks.of(
                "Manual",
                "Faults",
                "| Fault | Cause |\n|---|---|\n| Pump leaks | Worn ring |\n",
                "Fault | Cause",
                "Pump leaks | Worn ring");
        assertThat(Fields.answers(QuestionAnalysis.of(question), faults, 1)).isEqualTo(answers);
    }

    @ParameterizedTest
    @CsvSource({
        "who was absent in May?, 1, true",
        "who sent apologies in May, 1, true",
        "who was absent in June?, 1, false",
        "who attended in May?, 2, true",
        "who was absent in May?, 2, false"
    })
    void knowsALabelThatSaysTheSame(String question, int sentence, boolean answers) {
        Chunk minutes = Chunks.of(
                "Minutes",
                "",
                "Date: 4 May 2030\nApologies: Ann Low\nPresent: Tom Reed",
                "Date: 4 May 2030",
                "Apologies: Ann Low",
                "Present: Tom Reed");
        assertThat(Fields.answers(QuestionAnalysis.of(question), minutes, sentence))
                .isEqualTo(answers);
    }
}
