package coalition.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.Span;
import coalition.model.HashingEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every chunk index does. */
abstract class ChunkIndexContract {
    private static final DocumentId A = new DocumentId("a.md");
    private static final DocumentId B = new DocumentId("b/b.md");
    private final HashingEncoder encoder = new HashingEncoder();

    /** An empty one. */
    abstract ChunkIndex unit();

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(search(unit(), "anything")).isEmpty();
    }

    @Test
    void findsTheBestFirst() {
        ChunkIndex unit = unit();
        put(unit, A, "v1", "Longchamp is unhappy", "Kors left the coalition");
        put(unit, B, "v1", "Weather and rain");

        List<Candidate> found = search(unit, "Kors left");

        assertThat(found.get(0).key()).isEqualTo(new ChunkKey(A, "v1", 1));
        assertThat(found.get(0).cosine()).isBetween(0.3, 1.0);
        assertThat(found.get(0).keyword()).isBetween(0.1, 1.0);
    }

    @Test
    void scoresTheSameTextWithCosineOne() {
        ChunkIndex unit = unit();
        put(unit, A, "v1", "Kors left the coalition");

        assertThat(search(unit, "Kors left the coalition").get(0).cosine()).isBetween(0.999, 1.0001);
    }

    @Test
    void findsAChunkByTheWordsOfItsTitleAndHeading() {
        ChunkIndex unit = unit();
        Chunk chunk = new Chunk(A, "v1", 0, "Handbook", List.of("Remote work"), 0, new Span(0, 6), "Thrice", List.of());
        put(unit, B, "v1", "Weather and rain");
        unit.replace(A, List.of(chunk), List.of(vector("Thrice")));

        assertThat(search(unit, "handbook remote").get(0).key()).isEqualTo(new ChunkKey(A, "v1", 0));
        assertThat(search(unit, "handbook remote").get(0).keyword()).isPositive();
    }

    @Test
    void looksOnlyInTheDocumentsAskedFor() {
        ChunkIndex unit = unit();
        put(unit, A, "v1", "Kors left the coalition");
        put(unit, B, "v1", "Kors is a brand");

        assertThat(unit.search(new ChunkSearch(vector("Kors left"), "Kors left", 9, Set.of(B))))
                .extracting(Candidate::key)
                .containsExactly(new ChunkKey(B, "v1", 0));
    }

    @Test
    void givesNoMoreThanTheLimit() {
        ChunkIndex unit = unit();
        put(unit, A, "v1", "one word", "two words", "three words");

        assertThat(unit.search(new ChunkSearch(vector("word"), "word", 2, Set.of())))
                .hasSize(2);
    }

    @Test
    void putsTheNewVersionInThePlaceOfTheOld() {
        ChunkIndex unit = unit();
        put(unit, A, "v1", "Kors left", "Kors stayed", "Kors slept");
        put(unit, A, "v2", "Kors left again");

        assertThat(search(unit, "Kors")).extracting(Candidate::key).containsExactly(new ChunkKey(A, "v2", 0));
        assertThat(unit.count()).isEqualTo(1);
    }

    @Test
    void removesADocument() {
        ChunkIndex unit = unit();
        put(unit, A, "v1", "Kors left");
        put(unit, B, "v1", "Kors left");
        put(unit, A, "v1");

        assertThat(search(unit, "Kors")).extracting(Candidate::key).containsExactly(new ChunkKey(B, "v1", 0));
        assertThat(unit.count()).isEqualTo(1);
    }

    @Test
    void knowsHowRareATermIs() {
        ChunkIndex unit = unit();
        put(unit, A, "v1", "Kors left", "Kors stayed", "Longchamp stayed");
        String common = unit.terms("Kors").get(0);
        String rare = unit.terms("Longchamp").get(0);

        assertThat(unit.idf(common)).isLessThan(unit.idf(rare));
        assertThat(unit.idf(rare)).isLessThan(unit.idf("nowhere"));
    }

    @Test
    void countsTermsAlikeWhateverTheirFormAndMarks() {
        ChunkIndex unit = unit();

        assertThat(unit.terms("Céline's LETTERS"))
                .hasSizeBetween(2, 3)
                .startsWith(unit.terms("celine").get(0));
        assertThat(unit.terms("letters")).isEqualTo(unit.terms("letter"));
        assertThat(unit.terms("?!")).isEmpty();
    }

    private List<Candidate> search(ChunkIndex unit, String words) {
        return unit.search(new ChunkSearch(vector(words), words, 10, Set.of()));
    }

    private void put(ChunkIndex unit, DocumentId id, String hash, String... texts) {
        List<Chunk> chunks = new java.util.ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            chunks.add(new Chunk(
                    id, hash, i, "Title", List.of("A", "B"), 0, new Span(0, texts[i].length()), texts[i], List.of()));
        }
        unit.replace(id, chunks, Arrays.stream(texts).map(this::vector).toList());
    }

    private float[] vector(String text) {
        return encoder.encode(text).whole();
    }
}
