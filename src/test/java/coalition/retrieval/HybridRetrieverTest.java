package coalition.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import coalition.document.Document;
import coalition.document.DocumentCard;
import coalition.document.DocumentId;
import coalition.document.Library;
import coalition.document.Sentence;
import coalition.document.SentenceSplitter;
import coalition.document.Span;
import coalition.model.Encoding;
import coalition.model.HashingEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HybridRetrieverTest {
    private final HashingEncoder encoder = new HashingEncoder("weather");
    private final Shelf shelf = new Shelf();
    private final HybridRetriever unit = new HybridRetriever(shelf.index, shelf, shelf, encoder, shelf, shelf);

    @Test
    void findsNothingWhereNothingIsIndexed() {
        assertThat(unit.retrieve(all("anything", 5))).isEmpty();
    }

    @Test
    void findsTheBestFirst() {
        shelf.put("a.md", "Longchamp is unhappy.", "Kors left the coalition. It was quick.");
        shelf.put("b.md", "Rain falls.");

        List<Passage> found = unit.retrieve(all("Who left the coalition?", 5));

        assertThat(found.get(0).chunk().text()).startsWith("Kors left");
        assertThat(found).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    }

    @Test
    void scoresEachSentence() {
        shelf.put("a.md", "Kors left the coalition. Rain fell.");

        Passage passage = unit.retrieve(all("Kors left the coalition", 1)).get(0);

        assertThat(passage.sentences().get(0).cosine()).isGreaterThan(0.99);
        assertThat(passage.sentences().get(0).overlap()).isEqualTo(1.0);
        assertThat(passage.sentences().get(1).overlap()).isZero();
        assertThat(passage.score())
                .isEqualTo((passage.cosine() + passage.sentences().get(0).cosine()) / 2 + passage.keyword());
    }

    @ParameterizedTest
    @CsvSource({"legal/**, legal/a.md", "*.md, b.md", "none/**, ''"})
    void staysWithinTheScope(String pattern, String documents) {
        shelf.put("legal/a.md", "Kors left.");
        shelf.put("b.md", "Kors left again.");

        List<Passage> found = unit.retrieve(new Query("Kors left", 5, new Scope(List.of(pattern), List.of())));

        assertThat(found.stream().map(p -> p.chunk().document().value()).collect(Collectors.joining(" ")))
                .isEqualTo(documents);
    }

    @Test
    void keepsOneOfThoseWithTheSameWords() {
        shelf.put("a.md", "Kors left the coalition.");
        shelf.put("b.md", "Kors  left the coalition!");
        shelf.put("c.md", "Kors left the coalition. It rained.");

        assertThat(unit.retrieve(all("Kors left the coalition", 5)))
                .extracting(passage -> passage.chunk().document().value())
                .containsExactly("a.md", "c.md");
    }

    @Test
    void putsLinksBetweenDocumentsLast() {
        shelf.put("a.md", "- [Kors left](b.md)\n- [The coalition](c.md#coalition)");
        shelf.put("b.md", "Kors left the old coalition, which grew.");
        shelf.put("c.md", "[Kors left the coalition](https://kors.example) in the spring, it says here.");

        assertThat(unit.retrieve(all("Kors left the coalition", 5)))
                .extracting(passage -> passage.chunk().document().value())
                .hasSize(3)
                .last()
                .isEqualTo("a.md");
    }

    @Test
    void letsNoDocumentFillTheFirstPlacesWhereOthersFit() {
        shelf.put(
                "flood.md",
                IntStream.range(0, 9)
                        .mapToObj(i -> "Kors left " + "so ".repeat(i) + "now.")
                        .toArray(String[]::new));
        shelf.put("b.md", "Kors left because of Alibaba.");
        shelf.put("c.md", "Kors left yesterday at noon.");

        assertThat(unit.retrieve(all("Kors left", 5)))
                .extracting(passage -> passage.chunk().document().value())
                .filteredOn("flood.md"::equals)
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void letsADocumentFillAllPlacesWhereNoOtherFits() {
        shelf.put("a.md", "Kors left one.", "Kors left two.", "Kors left three.", "Kors left four.", "Kors left five.");
        shelf.put("b.md", "Rain falls in spring.");

        assertThat(unit.retrieve(all("Kors left", 5)))
                .extracting(passage -> passage.chunk().document().value())
                .containsOnly("a.md");
    }

    @ParameterizedTest
    @CsvSource({
        "Who is Basuir?, Who is Bassuir?",
        "Who is Basiur?, Who is Bassuir?",
        "who is bassiur's boss, who is Bassuir's boss",
        "Is Longchmp unhappy?, Is Longchamp unhappy?",
        "Is Lonchmp unhappy?, Is Longchamp unhappy?",
        "Is Longchamp unhappy?, Is Longchamp unhappy?",
        "the weather, the weather",
        "Why did Adidas leave?, Why did Adidas leave?",
        "Kros, Kros",
    })
    void putsMisspeltNamesRight(String asked, String searched) {
        shelf.put("a.md", "Bassuir left. Longchamp is unhappy. Kors has leather and feather.");

        assertThat(unit.correct(asked).text()).isEqualTo(searched);
    }

    @Test
    void saysWhatItPutRight() {
        shelf.put("a.md", "Bassuir left.");

        assertThat(unit.correct("Basuir and \u202EBasuir?").changed()).containsExactly(Map.entry("Basuir", "Bassuir"));
    }

    @Test
    void takesFromEachQueryInTurn() {
        shelf.put("a.md", "Kors left the coalition.", "Kors left in spring.");
        shelf.put("b.md", "Alibaba joined the board.", "Alibaba joined in May.");

        List<Passage> found = new ManyQueries(unit).retrieve(List.of(all("Kors left", 2), all("Alibaba joined", 2)), 3);

        assertThat(found)
                .extracting(passage -> passage.chunk().document().value())
                .containsExactly("a.md", "b.md", "a.md");
    }

    private static Query all(String text, int limit) {
        return new Query(text, limit, Scope.all());
    }

    /** Documents in memory, each text a chunk. */
    private static final class Shelf implements Library, ChunkSource, ChunkVectors, Vocabulary {
        private final InMemoryChunkIndex index = new InMemoryChunkIndex();
        private final HashingEncoder encoder = new HashingEncoder();
        private final Map<ChunkKey, Chunk> chunks = new HashMap<>();
        private final List<DocumentCard> cards = new ArrayList<>();

        void put(String name, String... texts) {
            DocumentId id = new DocumentId(name);
            List<Chunk> own = new ArrayList<>();
            for (String text : texts) {
                List<Sentence> sentences = new SentenceSplitter()
                        .split(text).stream()
                                .map(span -> new Sentence(span, span.in(text)))
                                .toList();
                own.add(new Chunk(
                        id, "v1", own.size(), name, List.of(), 0, new Span(0, text.length()), text, sentences));
            }
            index.replace(
                    id,
                    own,
                    own.stream()
                            .map(chunk -> encoder.encode(chunk.text()).whole())
                            .toList());
            own.forEach(chunk -> chunks.put(ChunkKey.of(chunk), chunk));
            cards.add(new DocumentCard(id, "v1", name, own.size(), 0, Instant.EPOCH, Instant.EPOCH));
        }

        @Override
        public List<DocumentCard> cards() {
            return cards;
        }

        @Override
        public Optional<Document> find(DocumentId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Document> find(DocumentId id, String hash) {
            return Optional.empty();
        }

        @Override
        public List<Chunk> chunks(DocumentId id) {
            return List.of();
        }

        @Override
        public Map<ChunkKey, Chunk> find(Collection<ChunkKey> keys) {
            return keys.stream().distinct().collect(Collectors.toMap(key -> key, key -> chunks.get(key)));
        }

        @Override
        public List<float[]> sentences(Chunk chunk) {
            return chunk.sentences().stream()
                    .map(s -> encoder.encode(s.text()).whole())
                    .toList();
        }

        @Override
        public Optional<Encoding> tokens(Chunk chunk) {
            return Optional.empty();
        }

        @Override
        public Map<String, Integer> words() {
            Map<String, Integer> words = new HashMap<>();
            chunks.values().stream()
                    .flatMap(chunk -> Arrays.stream(chunk.text().split("[^\\p{L}]+")))
                    .filter(word -> word.length() > 3 && !word.equals(word.toUpperCase(Locale.ROOT)))
                    .forEach(word -> words.merge(word, 1, Integer::sum));
            return words;
        }

        @Override
        public long generation() {
            return chunks.size();
        }
    }
}
