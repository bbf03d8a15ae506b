package coalition.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coalition.document.Chunk;
import coalition.document.Document;
import coalition.document.DocumentCard;
import coalition.document.DocumentId;
import coalition.document.Sentence;
import coalition.model.HashingEncoder;
import coalition.retrieval.Candidate;
import coalition.retrieval.ChunkIndex;
import coalition.retrieval.ChunkSearch;
import coalition.retrieval.InMemoryChunkIndex;
import coalition.storage.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {
    private static final Instant LONG_AGO = Instant.parse("2016-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final Database database = Database.inMemory(UUID.randomUUID().toString(), IndexedLibrary.MIGRATIONS);
    private final IndexedLibrary library = new IndexedLibrary(database);
    private final HashingEncoder encoder = new HashingEncoder();
    private ChunkIndex index = new InMemoryChunkIndex();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void indexesWhatIsNew() throws IOException {
        write("a.md", "# Alibaba\n\nIt is large.");
        write("sub/b.txt", "Kors left.");

        IngestReport report = run();

        assertThat(report.added()).containsExactly(new DocumentId("a.md"), new DocumentId("sub/b.txt"));
        assertThat(report.chunks()).isEqualTo(2);
        assertThat(library.cards()).extracting(DocumentCard::title).containsExactly("Alibaba", "b");
        assertThat(found("Kors left")).isEqualTo("Kors left.");
    }

    @Test
    void keepsTextAndStructureToTheLetter() throws IOException {
        String text = "\uFEFF# Títle\r\n\r\n“One,” she said. 😀 e\u0301\r\n\r\n## Two\r\n\r\n- three\u200B\r\n";
        write("a.md", text);
        run();

        Document document = library.find(new DocumentId("a.md")).orElseThrow();

        assertThat(document)
                .isEqualTo(new MarkdownReader()
                        .read(SourceFile.of(
                                document.id(), text.getBytes(StandardCharsets.UTF_8), document.modified())));
        for (Chunk chunk : library.chunks(document.id())) {
            assertThat(chunk.text()).isEqualTo(chunk.span().in(text));
            assertThat(chunk.sentences()).allMatch(s -> s.text().equals(s.span().in(text)));
        }
    }

    @Test
    void embedsNothingWhereNothingChanged() throws IOException {
        write("a.md", "It is large.");
        run();
        int calls = encoder.calls();

        IngestReport report = run();

        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.changedAnything()).isFalse();
        assertThat(encoder.calls()).isEqualTo(calls);
    }

    @Test
    void readsATouchedFileButDoesNotIndexIt() throws IOException {
        Path file = write("a.md", "It is large.");
        run();
        long generation = library.generation();
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusSeconds(5)));

        assertThat(run().unchanged()).isEqualTo(1);
        assertThat(library.generation()).isEqualTo(generation);
    }

    @Test
    void noticesAChangeOfTheSameSizeWithinTheTickOfTheClock() throws IOException {
        Path file = folder.resolve("a.md");
        Instant now = Instant.now();
        Files.writeString(file, "It is large.");
        Files.setLastModifiedTime(file, FileTime.from(now));
        run();
        Files.writeString(file, "It is small.");
        Files.setLastModifiedTime(file, FileTime.from(now));

        assertThat(run().changed()).containsExactly(new DocumentId("a.md"));
        assertThat(found("small")).isEqualTo("It is small.");
    }

    @Test
    void replacesWhatChangedAndKeepsTheOldVersion() throws IOException {
        write("a.md", "It is large.");
        run();
        String old = library.cards().get(0).hash();
        write("a.md", "It is small.");

        assertThat(run().changed()).containsExactly(new DocumentId("a.md"));
        assertThat(found("large")).isEqualTo("It is small.");
        assertThat(library.find(new DocumentId("a.md"), old))
                .map(Document::text)
                .contains("It is large.");
    }

    @Test
    void embedsOnlyTheChunksThatChanged() throws IOException {
        write("a.md", "# T\n\n## A\n\nIt is large.\n\n## B\n\nIt is old.");
        run();
        int calls = encoder.calls();
        write("a.md", "# T\n\n## A\n\nIt is large.\n\n## B\n\nIt is new.");

        run();

        assertThat(encoder.calls() - calls).isEqualTo(1);
    }

    @Test
    void removesWhatIsGone() throws IOException {
        Path file = write("a.md", "It is large.");
        write("b.md", "It is small.");
        run();
        Files.delete(file);

        assertThat(run().removed()).containsExactly(new DocumentId("a.md"));
        assertThat(library.cards()).extracting(DocumentCard::id).containsExactly(new DocumentId("b.md"));
        assertThat(found("large")).isEqualTo("It is small.");
    }

    @Test
    void embedsAgainWhereTheNameThatChangedIsTheTitle() throws IOException {
        Path file = write("a.md", "It is large.");
        run();
        int calls = encoder.calls();
        Files.move(file, folder.resolve("b.md"));

        run();

        assertThat(encoder.calls() - calls).isEqualTo(1);
    }

    @Test
    void recognisesARenamedFileAndEmbedsNothing() throws IOException {
        Path file = write("a.md", "# Sizes\n\nIt is large.");
        run();
        int calls = encoder.calls();
        Files.move(file, folder.resolve("b.md"));

        IngestReport report = run();

        assertThat(report.renamed()).containsExactly(new Renamed(new DocumentId("a.md"), new DocumentId("b.md")));
        assertThat(report.added()).isEmpty();
        assertThat(report.removed()).isEmpty();
        assertThat(encoder.calls()).isEqualTo(calls);
        assertThat(library.cards()).extracting(DocumentCard::id).containsExactly(new DocumentId("b.md"));
    }

    @Test
    void saysWhyItSkips() throws IOException {
        write("empty.md", "");
        write("blank.txt", " \n ");
        write("image.png", "x");
        Files.write(folder.resolve("binary.txt"), new byte[] {1, 0, 2, 0, 0});
        write("large.txt", "x".repeat(2000));
        write(".hidden.md", "It is hidden.");
        write(".git/config.md", "It is hidden.");
        write("a.md", "It is large.");

        IngestReport report = run();

        assertThat(report.skipped())
                .extracting(Skipped::file, Skipped::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("binary.txt", SkipReason.BINARY),
                        org.assertj.core.groups.Tuple.tuple("blank.txt", SkipReason.NO_TEXT),
                        org.assertj.core.groups.Tuple.tuple("empty.md", SkipReason.EMPTY),
                        org.assertj.core.groups.Tuple.tuple("image.png", SkipReason.UNSUPPORTED),
                        org.assertj.core.groups.Tuple.tuple("large.txt", SkipReason.TOO_LARGE));
        assertThat(report.documents()).isEqualTo(1);
        assertThat(run().skipped()).isEqualTo(report.skipped());
    }

    @Test
    void followsNoLinkOutOfTheFolder(@TempDir Path outside) throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.md"), "It is secret.");
        Files.createSymbolicLink(folder.resolve("link.md"), secret);
        Files.createSymbolicLink(folder.resolve("links"), outside);
        Files.createSymbolicLink(folder.resolve("broken.md"), outside.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("inside.md"), write("a.md", "It is large."));

        IngestReport report = run();

        assertThat(report.added()).containsExactly(new DocumentId("a.md"), new DocumentId("inside.md"));
        assertThat(report.skipped())
                .extracting(Skipped::line)
                .containsExactly(
                        "'broken.md': it is a link to nothing",
                        "'link.md': it is a link out of the folder",
                        "'links': it is a link out of the folder");
    }

    @Test
    void dropsADocumentThatCanNoLongerBeRead() throws IOException {
        write("a.md", "It is large.");
        run();
        write("a.md", "");

        IngestReport report = run();

        assertThat(report.removed()).containsExactly(new DocumentId("a.md"));
        assertThat(report.skipped()).extracting(Skipped::line).containsExactly("'a.md': it is empty");
        assertThat(library.cards()).isEmpty();
        assertThat(index.count()).isZero();
    }

    @Test
    void fillsALostIndexWithoutEmbedding() throws IOException {
        write("a.md", "It is large.");
        run();
        int calls = encoder.calls();
        index = new InMemoryChunkIndex();

        run();

        assertThat(encoder.calls()).isEqualTo(calls);
        assertThat(found("large")).isEqualTo("It is large.");
    }

    @Test
    void fillsAnIndexThatLostItsLastChanges() throws IOException {
        write("a.md", "It is large.");
        run();
        Chunk old = library.chunks(new DocumentId("a.md")).get(0);
        write("a.md", "It is small.");
        run();
        index = new InMemoryChunkIndex();
        index.replace(
                old.document(),
                List.of(old),
                List.of(new HashingEncoder().encode(old.text()).whole()));

        run();

        assertThat(found("large")).isEqualTo("It is small.");
    }

    @Test
    void goesOnAfterARunThatWasCutOff() throws IOException {
        write("a.md", "It is large.");
        run();
        write("a.md", "It is small.");
        ChunkIndex good = index;
        index = new CutOff(good);
        assertThatThrownBy(this::run).isInstanceOf(IllegalStateException.class);
        assertThat(found("large")).isEqualTo("It is large.");
        int calls = encoder.calls();
        index = good;

        assertThat(run().changed()).containsExactly(new DocumentId("a.md"));
        assertThat(found("large")).isEqualTo("It is small.");
        assertThat(encoder.calls()).isEqualTo(calls);
    }

    @Test
    void hasTheTextOfAChunkThatASearchFoundBefore() throws IOException {
        write("a.md", "It is large.");
        run();
        Candidate found = search("large");
        write("a.md", "It is small.");
        run();

        assertThat(library.find(List.of(found.key())).values())
                .extracting(Chunk::text)
                .containsExactly("It is large.");
    }

    @Test
    void keepsVectorsThatAreNearToTheEncoders() throws IOException {
        write("a.md", "It is\u200B large. It is old.");
        run();
        Chunk chunk = library.chunks(new DocumentId("a.md")).get(0);
        StoredVectors vectors = new StoredVectors(database);

        List<float[]> sentences = vectors.sentences(chunk);

        assertThat(sentences).hasSize(2);
        assertThat(dot(
                        sentences.get(1),
                        new HashingEncoder().encode("It is old.").whole()))
                .isGreaterThan(0.999);
        var tokens = vectors.tokens(chunk).orElseThrow();
        assertThat(chunk.text().substring(tokens.starts()[4], tokens.ends()[5])).isEqualTo("large");
        assertThat(tokens.size()).isEqualTo(12);
    }

    @Test
    void tellsHowFarItIs() throws IOException {
        write("a.md", "One.");
        write("b.md", "Two.");
        List<String> told = new ArrayList<>();

        ingest().run((documents, total, chunks, rate) -> told.add(documents + "/" + total));

        assertThat(told).contains("0/2", "1/2").endsWith("2/2");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Ingest unit = new Ingest(
                folder.resolve("nothing"), library, index, encoder, IngestOptions.standard(), Clock.systemUTC());

        assertThatThrownBy(() -> unit.run(IndexingProgress.silent()))
                .isInstanceOf(UnreadableFolderException.class)
                .hasMessageContaining("nothing': it does not exist");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusSeconds(text.hashCode() & 0xFFFF)));
        return file;
    }

    private IngestReport run() {
        return ingest().run(IndexingProgress.silent());
    }

    private Ingest ingest() {
        IngestOptions options = new IngestOptions(2, 1000, Duration.ofSeconds(30), "hashing");
        return new Ingest(folder, library, index, encoder, options, Clock.systemUTC());
    }

    private String found(String words) {
        return library.find(List.of(search(words).key())).values().stream()
                .flatMap(chunk -> chunk.sentences().stream())
                .map(Sentence::text)
                .findFirst()
                .orElse("");
    }

    private Candidate search(String words) {
        return index.search(new ChunkSearch(new HashingEncoder().encode(words).whole(), words, 1, Set.of()))
                .get(0);
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Fails at the moment the index is to change. */
    private record CutOff(ChunkIndex index) implements ChunkIndex {
        @Override
        public List<Candidate> search(ChunkSearch search) {
            return index.search(search);
        }

        @Override
        public void replace(DocumentId document, List<Chunk> chunks, List<float[]> embeddings) {
            throw new IllegalStateException("cut off");
        }

        @Override
        public long count() {
            return index.count();
        }

        @Override
        public long generation() {
            return index.generation();
        }

        @Override
        public List<String> terms(String text) {
            return index.terms(text);
        }

        @Override
        public double idf(String term) {
            return index.idf(term);
        }
    }
}
