package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Ranking.Candidate;
import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.Sentence;
import coalition.document.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConflictTest {
    private static Chosen chosen(String document, String sentence, String words) {
        Span span = new Span(0, sentence.length());
        Chunk chunk = new Chunk(
                new DocumentId(document),
                "h",
                0,
                document,
                List.of(),
                0,
                span,
                sentence,
                List.of(new Sentence(span, sentence)));
        int start = sentence.indexOf(words);
        Span mark = new Span(start, start + words.length());
        return new Chosen(new Run(0, chunk, 0, 0), new Candidate(0, 0, 0, .5, Optional.of(mark)), List.of(mark));
    }

    private static Optional<Conflict> conflict(Chosen... chosen) {
        return Conflict.in(QuestionAnalysis.of("How long does the guarantee last?"), List.of(chosen));
    }

    @Test
    void namesBothFigures() {
        assertThat(conflict(
                        chosen("a.md", "The guarantee lasts 24 months.", "24 months"),
                        chosen("b.md", "The guarantee lasts 36 months.", "36 months")))
                .hasValueSatisfying(
                        c -> assertThat(c.notice()).contains("24 months").contains("36 months"));
    }

    @Test
    void takesNoComparisonForAFigure() {
        assertThat(conflict(
                        chosen("a.md", "The guarantee lasts twice as long.", "twice as long"),
                        chosen("b.md", "The guarantee lasts 36 months.", "36 months")))
                .isEmpty();
    }

    @Test
    void seesNoneWhereOnlyAUnitIsShared() {
        assertThat(Conflict.in(
                        QuestionAnalysis.of("how hot do i bake the white loaf"),
                        List.of(
                                chosen("a.md", "Bake at 250 °C with steam.", "250 °C"),
                                chosen("b.md", "Bake the cake for 35 minutes at 190 °C.", "190 °C"))))
                .isEmpty();
    }

    @Test
    void seesNoneWhereTheFiguresAgree() {
        assertThat(conflict(
                        chosen("a.md", "The guarantee lasts 24 months.", "24 months"),
                        chosen("b.md", "The guarantee lasts at least 24 months.", "24 months")))
                .isEmpty();
    }

    @Test
    void seesNoneWhereTheSentencesSpeakOfDifferentThings() {
        assertThat(conflict(
                        chosen("a.md", "The guarantee lasts 24 months.", "24 months"),
                        chosen("b.md", "Descaling takes 35 minutes.", "35 minutes")))
                .isEmpty();
    }

    @Test
    void seesNoneWhereOnlyOneHasWhatIsAsked() {
        assertThat(conflict(
                        chosen("a.md", "The guarantee costs 15 euros a year.", "15 euros"),
                        chosen("b.md", "Membership costs 120 euros a year.", "120 euros")))
                .isEmpty();
    }

    @Test
    void seesNoneWhereTheyShareLittleButTheMeasure() {
        assertThat(Conflict.in(
                        QuestionAnalysis.of("how old do i have to be to join"),
                        List.of(
                                chosen(
                                        "a.md",
                                        "Anyone who is at least 12 years old and can swim may become a member.",
                                        "12 years"),
                                chosen("b.md", "Each member who is at least 16 years old has one vote.", "16 years"))))
                .isEmpty();
    }

    @Test
    void seesNoneWhereTheyNameDifferentThings() {
        assertThat(conflict(
                        chosen("a.md", "The guarantee of the Lamp lasts 24 months.", "24 months"),
                        chosen("b.md", "The guarantee of the Pump lasts 36 months.", "36 months")))
                .isEmpty();
    }

    @Test
    void seesNoneWhereTheyTellOfDifferentYears() {
        assertThat(conflict(
                        chosen("a.md", "In 2019 the guarantee lasted 24 months.", "24 months"),
                        chosen("b.md", "In 2021 the guarantee lasted 36 months.", "36 months")))
                .isEmpty();
    }

    @Test
    void namesAllFiguresThatDiffer() {
        assertThat(Conflict.in(
                        QuestionAnalysis.of("how many people were hurt?"),
                        List.of(
                                chosen("a.md", "Nine visitors were hurt.", "Nine"),
                                chosen("b.md", "Twelve people were hurt.", "Twelve"),
                                chosen("c.md", "Eleven persons were hurt.", "Eleven persons"))))
                .hasValueSatisfying(c -> assertThat(c.notice()).contains("“Nine”, “Twelve” and “Eleven persons”"));
    }

    @Test
    void takesMayForAMonthOnlyWithACapital() {
        QuestionAnalysis asked = QuestionAnalysis.of("How many guests does the guild have?");
        assertThat(Conflict.in(
                        asked,
                        List.of(
                                chosen("a.md", "The guild has more than 40 guests.", "more than 40"),
                                chosen("b.md", "Makers of clocks may be guests of the guild.", "may be guests"))))
                .isEmpty();
        assertThat(Conflict.in(
                        QuestionAnalysis.of("When does the guild meet?"),
                        List.of(
                                chosen("a.md", "The guild meets in May.", "May"),
                                chosen("b.md", "The guild meets in June.", "June"))))
                .isPresent();
    }

    @Test
    void seesNoneBetweenMeasuresOfDifferentKinds() {
        assertThat(Conflict.in(
                        QuestionAnalysis.of("how much is the water jug?"),
                        List.of(
                                chosen("a.md", "The water jug is sold for 12.90.", "12.90"),
                                chosen("b.md", "The water jug holds 1.8 litres.", "1.8 litres"))))
                .isEmpty();
    }
}
