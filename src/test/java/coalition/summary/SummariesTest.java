package coalition.summary;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Citation;
import coalition.answer.Digest;
import coalition.answer.PlainWords;
import coalition.answer.Run;
import coalition.answer.Shelf;
import coalition.document.Chunk;
import coalition.model.Encoding;
import coalition.retrieval.ChunkVectors;
import coalition.retrieval.Scope;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummariesTest {
    private static final ChunkVectors NO_VECTORS = new ChunkVectors() {
        @Override
        public List<float[]> sentences(Chunk chunk) {
            return List.of();
        }

        @Override
        public Optional<Encoding> tokens(Chunk chunk) {
            return Optional.empty();
        }
    };

    private static Summaries of(String folder) {
        Shelf shelf = Shelf.of(folder);
        return new Summaries(shelf, shelf, NO_VECTORS);
    }

    private static List<String> texts(Summary summary) {
        return summary.sections().stream()
                .flatMap(s -> s.lines().stream())
                .map(Summary.Line::text)
                .toList();
    }

    private static List<String> section(Summary summary, String heading) {
        return summary.sections().stream()
                .filter(s -> s.heading().equals(heading))
                .flatMap(s -> s.lines().stream())
                .map(Summary.Line::text)
                .toList();
    }

    @Test
    void ordersDatedStatementsByTime() {
        Summary timeline = of("harbour").timeline(Scope.all());
        assertThat(timeline.sections().getFirst().lines())
                .extracting(Summary.Line::label)
                .containsSubsequence(
                        "1784",
                        "late 19th century",
                        "1926",
                        "November 1953",
                        "the 1990s",
                        "29 January 2022",
                        "2 March 2022");
    }

    @Test
    void sumsUpTheDocumentThatIsNamedSo() {
        Shelf shelf = new Shelf()
                .with(
                        "a.md",
                        "# The lease of the pier\n\nAnn Low rents it for nine years. The rent is due on the first of May.\n")
                .with("b.md", "# The people of the lease\n\nAnn Low is a clerk in the town of Ashby.\n")
                .with(
                        "c.md",
                        "# Notes\n\n## The roof\n\nIt was mended twice last year.\n\n## The door\n\nIt is green all over.\n");
        Summaries unit = new Summaries(shelf, shelf, NO_VECTORS);

        assertThat(texts(unit.overview("the lease", Scope.all())))
                .containsExactly("Ann Low rents it for nine years.", "The rent is due on the first of May.");
        assertThat(unit.told(overview("the roof"), Scope.all()))
                .extracting(Run::shown)
                .containsExactly("It was mended twice last year.");
        assertThat(unit.told(overview("the lawsuit over the roof"), Scope.all()))
                .isEmpty();
        assertThat(unit.told(overview(""), Scope.all())).hasSizeBetween(4, 6);
        assertThat(unit.told(overview(""), new Scope(List.of("none/**"), List.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TIMELINE, 10", "SIDES, 8", "SOURCES, 12"})
    void picksWhatIsToBeTold(Digest.Kind kind, int most) {
        List<Run> told = of("harbour").told(new Digest.Wish(kind, ""), Scope.all());

        assertThat(told).hasSizeBetween(2, most);
        assertThat(told).extracting(Run::shown).doesNotHaveDuplicates();
    }

    @Test
    void picksDatedSentencesInTheOrderOfTime() {
        assertThat(of("harbour").told(new Digest.Wish(Digest.Kind.TIMELINE, ""), Scope.all()))
                .extracting(Run::shown)
                .first()
                .asString()
                .contains("1784");
    }

    @Test
    void picksWhoIsNamedMostFirst() {
        Shelf shelf = new Shelf()
                .with(
                        "a.md",
                        "# Note\n\nTom Reed is a baker in Ashby. Ann Low, the treasurer, left in May. Ann Low is the treasurer of the guild. The mill is old. Ann Low paid it. It was Ann Low who left.\n");

        assertThat(new Summaries(shelf, shelf, NO_VECTORS).told(new Digest.Wish(Digest.Kind.CAST, ""), Scope.all()))
                .extracting(Run::shown)
                .containsExactly("Ann Low is the treasurer of the guild.", "Tom Reed is a baker in Ashby.");
    }

    private static Digest.Wish overview(String topic) {
        return new Digest.Wish(Digest.Kind.OVERVIEW, topic);
    }

    @Test
    void setsApartWhatTellsNoYear() {
        assertThat(section(of("harbour").timeline(Scope.all()), "Without a year"))
                .containsExactly("The ferry company Blue Line opposes any closure in July.");
    }

    @Test
    void saysThatNothingIsDated() {
        Shelf shelf = new Shelf().with("a.md", "# Note\n\nThe door is green and the wall is white.\n");
        assertThat(new Summaries(shelf, shelf, NO_VECTORS).timeline(Scope.all()).notice())
                .isEqualTo("No sentence here tells a date or time.");
    }

    @Test
    void groupsStatementsBySpeaker() {
        Summary sides = of("harbour").sides(Scope.all());
        assertThat(section(sides, "Priya Nair"))
                .contains("Priya Nair objected: “Closing the pier will ruin the season for the fishermen.”");
    }

    @Test
    void countsAccordingToAsSpeaking() {
        assertThat(section(of("harbour").sides(Scope.all()), "Owen Marsh"))
                .contains("According to Owen Marsh, the work would take eleven weeks.");
    }

    @Test
    void doesNotTakeTheOneSpokenOfForTheSpeaker() {
        assertThat(of("harbour").sides(Scope.all()).sections())
                .extracting(Summary.Section::heading)
                .doesNotContain("Dredgers Ltd", "Calloway Marine");
    }

    @Test
    void startsAProfileWithTheSentenceThatDefines() {
        assertThat(section(of("machine").who("Brewmaster 300", Scope.all()), "In short"))
                .containsExactly(
                        "The Brewmaster 300 is a fully automatic coffee machine for offices of up to 25 people.");
    }

    @Test
    void prefersTheSentenceThatIsThereToSayWhoItIs() {
        Shelf shelf = new Shelf()
                .with(
                        "a.md",
                        "# Mill\n\nAnn Low, counsel of the mill, wrote to the board.\n\nAnn Low is the longtime counsel of the mill.\n");
        assertThat(section(new Summaries(shelf, shelf, NO_VECTORS).who("Ann Low", Scope.all()), "In short"))
                .containsExactly("Ann Low is the longtime counsel of the mill.");
    }

    @Test
    void findsANameWithASlip() {
        assertThat(of("handbook").who("tobias brant", Scope.all()).title()).isEqualTo("Tobias Brandt");
    }

    @Test
    void setsOwnWordsApart() {
        assertThat(section(of("handbook").who("Maria Lund", Scope.all()), "In their own words"))
                .anyMatch(t -> t.contains("“Nobody should have to commute for a video call.”"));
    }

    @Test
    void saysThatANameIsUnknown() {
        assertThat(of("handbook").who("Jean Valjean", Scope.all()).notice())
                .isEqualTo("The documents do not mention “Jean Valjean”.");
    }

    @Test
    void listsEachDocumentWithItsFirstWords() {
        assertThat(texts(of("handbook").sources(Scope.all())))
                .containsExactly(
                        "Full-time employees receive 28 days of paid leave a year.",
                        "Staff may work from home on two days a week.");
    }

    @Test
    void picksFromEveryDocument() {
        assertThat(of("handbook").overview(Scope.all()).sections())
                .extracting(Summary.Section::heading)
                .containsExactly("Leave policy", "Working from home");
    }

    @Test
    void staysWithTheTopic() {
        assertThat(texts(of("harbour").overview("lighthouse", Scope.all())))
                .isNotEmpty()
                .allMatch(t -> t.contains("lighthouse") || t.contains("light"));
    }

    @Test
    void saysThatATopicIsUnknown() {
        assertThat(of("harbour").overview("quantum chromodynamics", Scope.all()).isEmpty())
                .isTrue();
    }

    @Test
    void quotesToTheLetter() {
        Shelf shelf = Shelf.of("machine");
        Summaries summaries = new Summaries(shelf, shelf, NO_VECTORS);
        Stream<Citation> citations = Stream.of(
                        summaries.overview(Scope.all()),
                        summaries.timeline(Scope.all()),
                        summaries.who("Rheintal", Scope.all()),
                        summaries.sources(Scope.all()))
                .flatMap(s -> s.citations().stream());
        assertThat(citations)
                .allSatisfy(c -> assertThat(c.quote())
                        .isEqualTo(c.span()
                                .in(shelf.find(c.document()).orElseThrow().text())));
    }

    @Test
    void showsTheWordsOfItsCitations() {
        Summary summary = of("machine").overview(Scope.all());
        assertThat(texts(summary))
                .isEqualTo(summary.citations().stream()
                        .map(c -> PlainWords.of(c.quote()).text())
                        .toList());
    }

    @Test
    void writesOneLineOfJson() {
        assertThat(SummaryJson.line(of("handbook").sources(Scope.all())))
                .startsWith(
                        "{\"title\":\"Sources\",\"sections\":[{\"heading\":\"\",\"lines\":[{\"label\":\"Leave policy (leave.md)\"")
                .doesNotContain("\n");
    }
}
