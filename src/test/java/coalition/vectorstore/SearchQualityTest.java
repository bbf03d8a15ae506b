package coalition.vectorstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches by graph against searches that look at everything, with as many passages as a graph is made for. */
@TestInstance(Lifecycle.PER_CLASS)
class SearchQualityTest {
    private static final int SIZE = 17_000;
    private static final int QUESTIONS = 6;

    private final SyntheticPassages passages = new SyntheticPassages(11, SIZE);

    private H2EmbeddingStore store;
    private SearchMeasure measure;

    @BeforeAll
    void load(@TempDir Path folder) {
        store = H2EmbeddingStore.open(folder, Stores.QUICK);
        for (int from = 0; from < SIZE; from += SIZE / 4) {
            List<Integer> numbers =
                    IntStream.range(from, from + SIZE / 4).boxed().toList();
            store.addAll(
                    numbers.stream().map(number -> "passage-" + number).toList(),
                    numbers.stream().map(passages::embedding).toList(),
                    numbers.stream().map(passages::segment).toList());
        }
        store.compact();
        measure = new SearchMeasure(passages, SIZE);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "half", "twentieth", "rare"})
    void findsTheNearestUnderEveryFilter(String filter) {
        assertThat(measure.recall(store, filter)).isGreaterThanOrEqualTo(0.97);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "twentieth"})
    void findsWhatIsBestByEmbeddingAndWordsTogether(String filter) {
        int found = 0;
        for (int question = 0; question < QUESTIONS; question++) {
            EmbeddingSearchRequest request = measure.request(question, filter, true);
            List<String> best = ids(lookingAtAll(request));
            assertThat(best).hasSize(SearchMeasure.RESULTS);
            found += (int) ids(store.searchHybrid(request)).stream()
                    .filter(best::contains)
                    .count();
        }
        assertThat((double) found / (QUESTIONS * SearchMeasure.RESULTS)).isGreaterThanOrEqualTo(0.97);
    }

    private List<HybridMatch> lookingAtAll(EmbeddingSearchRequest request) {
        KeywordQuery words = new KeywordQuery(request.query());
        TableScan scan = new TableScan(
                words, new Relevance(request, true, StoreOptions.standard().keywordWeight()));
        scan.add(
                IntStream.range(0, SIZE)
                        .mapToObj(number -> new Entry(
                                number + 1, "passage-" + number, passages.embedding(number), passages.segment(number)))
                        .toList(),
                request.filter());
        return scan.best(request);
    }

    private static List<String> ids(List<HybridMatch> matches) {
        return matches.stream()
                .map(HybridMatch::match)
                .map(EmbeddingMatch::embeddingId)
                .toList();
    }
}
