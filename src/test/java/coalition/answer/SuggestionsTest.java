package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.retrieval.Scope;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    private static List<String> of(Shelf shelf) {
        return new Suggestions(shelf).near(Inquiry.before("Who won the cup?"), Scope.all());
    }

    @Test
    void asksForWhatASentenceDefines() {
        assertThat(of(Shelf.of("machine"))).contains("What is the Brewmaster 300?");
    }

    @Test
    void asksForAPersonByWho() {
        Shelf shelf = new Shelf().with("a.md", "# Team\n\nEva Holm is the chief engineer of the harbour.\n");
        assertThat(of(shelf)).contains("Who is Eva Holm?");
    }

    @Test
    void asksForWhatSomebodySaid() {
        assertThat(of(Shelf.of("handbook"))).anyMatch(q -> q.matches("What did .+ say\\?"));
    }

    @Test
    void leavesDullHeadingsOut() {
        Shelf shelf = new Shelf().with("a.md", "# Introduction\n\nall of it is small here and there.\n");
        assertThat(of(shelf)).isEmpty();
    }

    @Test
    void asksWhatAHeadingAsks() {
        Shelf shelf = new Shelf()
                .with("a.md", "# Bread\n\n## How do I keep the bread fresh?\n\nin a clay pot with a lid on.\n");
        assertThat(of(shelf)).contains("How do I keep the bread fresh?");
    }

    @Test
    void quotesOtherHeadings() {
        Shelf shelf = new Shelf().with("a.md", "# Bread\n\n## What the bakers keep\n\nin a clay pot with a lid on.\n");
        assertThat(of(shelf)).contains("What do the documents say about “What the bakers keep”?");
    }

    @Test
    void beginsWithWhatAllIsAbout() {
        assertThat(new Suggestions(Shelf.of("machine")).starting(Scope.all(), 3))
                .hasSize(3)
                .startsWith("What is this about?", "What is the Brewmaster 300?");
        assertThat(new Suggestions(new Shelf()).starting(Scope.all(), 3)).isEmpty();
    }

    @Test
    void suggestsNothingForNothing() {
        assertThat(of(new Shelf())).isEmpty();
    }
}
