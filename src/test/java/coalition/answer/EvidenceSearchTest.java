package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.retrieval.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceSearchTest {
    private final Shelf shelf = new Shelf()
            .with(
                    "minutes.md",
                    "# Minutes of the board\n\nThe board decided to close the pier.\n\nThe board resolved to hire a clerk.\n")
            .with("ruling.md", "# A ruling\n\nThe court had to decide who owns the pier.\n")
            .with("handbook.md", "# Handbook\n\nStaff have 27 days of annual leave.\n");
    private final EvidenceSearch unit = new EvidenceSearch(shelf, shelf, new SentenceRanker(shelf), 5, Digest.NONE);

    @Test
    void showsAllThatTheAskedOneDid() {
        Inquiry found = unit.find("What decisions did the board make?", Set.of(), Scope.all());

        assertThat(found.chosen())
                .extracting(c -> c.run().shown())
                .containsExactlyInAnyOrder(
                        "The board decided to close the pier.", "The board resolved to hire a clerk.");
    }

    @ParameterizedTest
    @CsvSource({
        "what is this about?, '', 2",
        "can you summarise the handbook please, the handbook, 2",
        "tell me about the handbook, the handbook, 2",
        "who hired the clerk?, -, 1"
    })
    void showsThePickedSentencesWhereASummaryIsAskedFor(String question, String topic, int shown) {
        List<Run> picked = shelf.cards().stream()
                .limit(2)
                .map(card -> new Run(0, shelf.chunks(card.id()).getFirst(), 0, 0))
                .toList();
        EvidenceSearch summing = new EvidenceSearch(
                shelf,
                shelf,
                new SentenceRanker(shelf),
                5,
                (wish, scope) -> wish.topic().equals(topic) ? picked : List.of());
        Inquiry found = summing.find(question, Set.of(), Scope.all());

        assertThat(found.chosen()).hasSize(shown);
        assertThat(found.analysis().asked() == Asked.SUMMARY).isEqualTo(shown == 2);
        assertThat(found.standalone()).isEqualTo(question);
        if (shown == 2) {
            assertThat(found.chosen())
                    .extracting(c -> c.run().shown())
                    .containsExactlyElementsOf(picked.stream().map(Run::shown).toList());
        }
    }

    @Test
    void searchesWhereThereIsNoSuchTopic() {
        Inquiry found = unit.find("summarise the annual leave", Set.of(), Scope.all());

        assertThat(found.analysis().asked()).isNotEqualTo(Asked.SUMMARY);
        assertThat(found.passages()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "who closed the pier of the board?, .99, 2",
        "who closed the pier of the board?, .9, 3",
        "when was the pier of the board closed?, .99, 3",
        "how much did the pier of the board cost?, .99, 3"
    })
    void readsNoMoreWhereTheFirstPassagesSettleIt(String question, double answers, int read) {
        Reader sure = (asked, passages) -> passages.stream()
                .map(p -> new Reading(
                        answers,
                        p.chunk().sentences().stream().map(s -> .1).toList(),
                        Optional.of(p.chunk().sentences().getFirst().span()),
                        3))
                .toList();
        Inquiry found = new EvidenceSearch(shelf, sure, new SentenceRanker(shelf), 3, Digest.NONE)
                .find(question, Set.of(), Scope.all());

        assertThat(found.passages()).hasSize(read);
        assertThat(found.readings()).hasSize(read);
    }

    @ParameterizedTest
    @CsvSource({"What did Ann Low say about the pier?", "what did ann low say about the pier"})
    void knowsNamesAlsoWithoutCapitals(String question) {
        Shelf letters = new Shelf()
                .with("letters.md", "# Letters\n\nThe pier is old. Ann Low said: “We all loved that pier.”\n");
        Inquiry found = new EvidenceSearch(letters, letters, new SentenceRanker(letters), 5, Digest.NONE)
                .find(question, Set.of(), Scope.all());

        assertThat(found.analysis().names())
                .extracting(n -> n.text().toLowerCase(Locale.ROOT))
                .containsExactly("ann low");
        assertThat(FormMatch.confidence(found)).isGreaterThanOrEqualTo(.7);
    }

    @ParameterizedTest
    @CsvSource({
        "what conditions apply to Ann Low's lease, true",
        "what exceptions apply to Ann Low's lease, false",
        "what conditions apply to Tom Reed's bakery, false"
    })
    void isSureOfAListThatIsAnnouncedAsWhatIsAskedFor(String question, boolean sure) {
        Shelf leases = new Shelf()
                .with(
                        "a.md",
                        "# The lease of Ann Low\n\nThe conditions of the lease are these:\n\n- The rent is paid in May.\n- Dogs are not allowed.\n- Fires are not allowed.\n");
        Inquiry found = new EvidenceSearch(leases, leases, new SentenceRanker(leases), 5, Digest.NONE)
                .find(question, Set.of(), Scope.all());

        assertThat(FormMatch.confidence(found) > 0).isEqualTo(sure);
    }

    @Test
    void knowsWhatTheUnionIs() {
        Shelf unions = new Shelf()
                .with("a.md", "# Strikes\n\nThe Northern Bakers Union (NBU) struck.\n")
                .with("b.md", "# Members\n\nThe NBU has 250 members.\n");
        Inquiry found = new EvidenceSearch(unions, unions, new SentenceRanker(unions), 5, Digest.NONE)
                .find("how many members has the union?", Set.of(), Scope.all());

        assertThat(found.standalone()).isEqualTo("how many members has the union?");
        assertThat(found.chosen().getFirst().run().shown()).isEqualTo("The NBU has 250 members.");
    }

    @Test
    void keepsTheQuestionAsItWasAsked() {
        assertThat(unit.find("how many vacation days are there?", Set.of(), Scope.all())
                        .standalone())
                .isEqualTo("how many vacation days are there?");
    }

    @Test
    void triesTheWordsOfTheDocuments() {
        Inquiry found = unit.find("is there a vacation?", Set.of(), Scope.all());

        assertThat(found.analysis().keywords()).contains("leave");
        assertThat(found.chosen().getFirst().run().shown()).isEqualTo("Staff have 27 days of annual leave.");
    }
}
