package coalition.vectorstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every hybrid store must do beyond LangChain4j's own tests; docs/decisions says why. */
abstract class HybridEmbeddingStoreContract {
    /** The store of this test, empty at first. */
    abstract HybridEmbeddingStore store();

    @Test
    void findsNothingInAnEmptyStore() {
        assertThat(store().searchHybrid(request("words", vector(1, 0)))).isEmpty();
        assertThat(store().count()).isZero();
        assertThat(store().generation()).isZero();
    }

    @Test
    void ordersByCosineAndKeywordsTogether() {
        addWords();
        assertThat(store().searchHybrid(request("the coalitions", vector(1, 0))))
                .extracting(match -> match.match().embeddingId())
                .containsExactly("worded", "near", "far");
    }

    @Test
    void givesBothPartsOfAScore() {
        addWords();
        HybridMatch first =
                store().searchHybrid(request("coalition", vector(1, 0))).getFirst();
        assertThat(first.cosine()).isCloseTo(1 / Math.sqrt(1.04), within(1e-6));
        assertThat(first.keyword()).isBetween(0.3, 0.6);
        assertThat(first.score()).isCloseTo(first.cosine() + first.keyword(), within(1e-9));
        assertThat(first.match().score()).isCloseTo((first.cosine() + 1) / 2, within(1e-9));
    }

    @Test
    void leavesTheKeywordPartZeroWhereNoWordIsShared() {
        addWords();
        assertThat(store().searchHybrid(request("coalition", vector(1, 0))))
                .filteredOn(match -> !match.match().embeddingId().equals("worded"))
                .extracting(HybridMatch::keyword)
                .containsOnly(0.0);
    }

    @Test
    void searchesByTheEmbeddingAloneWhereTheTextHasNoTerm() {
        addWords();
        assertThat(store().searchHybrid(request(" the of ? ", vector(1, 0))))
                .extracting(match -> match.match().embeddingId())
                .containsExactly("near", "worded", "far");
    }

    @Test
    void searchesByTheTextAloneWhereTheEmbeddingIsEmpty() {
        addWords();
        assertThat(store().searchHybrid(request("coalition", Embedding.from(new float[0]))))
                .extracting(match -> match.match().embeddingId())
                .containsExactly("worded");
    }

    @Test
    void searchGivesTheMatchesOfSearchHybrid() {
        addWords();
        EmbeddingSearchRequest request = request("coalition", vector(1, 0));
        assertThat(store().search(request).matches())
                .isEqualTo(store().searchHybrid(request).stream()
                        .map(HybridMatch::match)
                        .toList());
    }

    @Test
    void takesAQueryTextAsWordsAndNotAsSyntax() {
        addWords();
        assertThat(store().searchHybrid(request("AND ( \"coalition: * ~ [ ?", vector(1, 0)))
                        .getFirst()
                        .match()
                        .embeddingId())
                .isEqualTo("worded");
    }

    @Test
    void replacesWhatPassesAFilterAsOneGeneration() {
        Stores.addDocument(store(), "one", 1, 3);
        Stores.addDocument(store(), "two", 1, 2);
        long before = store().generation();
        Stores.replaceDocument(store(), "one", 2, 2);
        assertThat(store().generation()).isEqualTo(before + 1);
        assertThat(Stores.contents(store()))
                .containsOnlyKeys("one-0", "one-1", "two-0", "two-1")
                .containsEntry("one-0", Stores.text("one", 2, 0));
    }

    @Test
    void changesNothingWhereAnEntryOfAReplacementIsRefused() {
        Stores.addDocument(store(), "one", 1, 3);
        assertThatThrownBy(() -> store().replace(
                                Stores.of("one"),
                                List.of("bad"),
                                List.of(vector(1, 2, 3)),
                                List.of(TextSegment.from("bad"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'bad'");
        assertThat(store().count()).isEqualTo(3);
    }

    @Test
    void keepsItsGenerationWhereNothingWasRemoved() {
        Stores.addDocument(store(), "one", 1, 3);
        store().removeAll(Stores.of("none"));
        assertThat(store().generation()).isEqualTo(1);
    }

    @Test
    void refusesAQueryOfAnotherDimension() {
        addWords();
        assertThatThrownBy(() -> store().searchHybrid(request("words", vector(1, 2, 3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 numbers");
    }

    @Test
    void knowsHowRareATermIs() {
        addWords();
        assertThat(store().terms("The Coalition's naïve words")).containsExactly("coalit", "naiv", "word");
        assertThat(store().idf("coalit")).isCloseTo(Math.log(1 + 2.5 / 1.5), within(1e-9));
        assertThat(store().idf("unheard")).isCloseTo(Math.log(1 + 3.5 / 0.5), within(1e-9));
    }

    @Test
    void returnsAsManyAsMatchTheFilter() {
        Stores.addDocument(store(), "many", 1, 400);
        Stores.addDocument(store(), "few", 1, 7);
        List<EmbeddingMatch<TextSegment>> few = store().search(EmbeddingSearchRequest.builder()
                        .queryEmbedding(WordVectors.of("document many"))
                        .query("many")
                        .maxResults(5)
                        .filter(Stores.of("few"))
                        .build())
                .matches();
        assertThat(few).hasSize(5);
    }

    private void addWords() {
        store().addAll(
                        List.of("near", "worded", "far"),
                        List.of(vector(1, 0.01f), vector(1, 0.2f), vector(0, 1)),
                        List.of(
                                TextSegment.from("something else", new Metadata()),
                                TextSegment.from("he left the coalition"),
                                TextSegment.from("far away")));
    }

    private static EmbeddingSearchRequest request(String text, Embedding embedding) {
        return EmbeddingSearchRequest.builder()
                .query(text)
                .queryEmbedding(embedding)
                .build();
    }

    private static Embedding vector(float... components) {
        return Embedding.from(components);
    }
}
