package coalition.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.DocumentCard;
import coalition.document.DocumentId;
import coalition.model.HashingEncoder;
import coalition.retrieval.InMemoryChunkIndex;
import coalition.storage.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {
    @TempDir
    private Path folder;

    @Test
    void indexesTheGoodOnesBesideAnyOthers() throws IOException {
        byte[] pdf = PdfReaderTest.pdf("", "# The report\nWords of the report.");
        byte[] word = DocxReaderTest.word();
        write("good.md", "Good words.".getBytes(StandardCharsets.UTF_8));
        write("good.pdf", pdf);
        write("good.docx", word);
        write("bomb.docx", DocxReaderTest.bomb());
        write("half.docx", Arrays.copyOf(word, word.length / 2));
        write("half.pdf", Arrays.copyOf(pdf, 100));
        write("loop.pdf", loop());
        write("named.pdf", "no pdf at all".getBytes(StandardCharsets.UTF_8));
        write("named.docx", "no zip at all".getBytes(StandardCharsets.UTF_8));
        write("locked.pdf", PdfReaderTest.pdf("secret", "Nobody reads this."));
        write("deep.html", "<div>".repeat(300_000).getBytes(StandardCharsets.UTF_8));
        write("noise.txt", noise(5000));
        Random random = new Random(5);
        for (int i = 0; i < 6; i++) {
            write("fuzzed" + i + ".pdf", fuzzed(pdf, random));
            write("fuzzed" + i + ".docx", fuzzed(word, random));
        }

        try (Database database = Database.inMemory(UUID.randomUUID().toString(), IndexedLibrary.MIGRATIONS)) {
            IndexedLibrary library = new IndexedLibrary(database);
            IngestReport report = new Ingest(
                            folder,
                            library,
                            new InMemoryChunkIndex(),
                            new HashingEncoder(),
                            new IngestOptions(2, 20_000_000, Duration.ofMinutes(2), "hashing"),
                            Clock.systemUTC())
                    .run(IndexingProgress.silent());

            assertThat(library.cards())
                    .extracting(DocumentCard::id)
                    .contains(new DocumentId("good.md"), new DocumentId("good.pdf"), new DocumentId("good.docx"));
            assertThat(report.skipped())
                    .extracting(Skipped::file)
                    .contains(
                            "bomb.docx", "half.docx", "half.pdf", "named.pdf", "named.docx", "locked.pdf", "noise.txt");
            assertThat(report.documents() + report.skipped().size()).isEqualTo(24);
        }
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    /** A PDF whose page tree holds itself. */
    private static byte[] loop() {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>"
                        + "endobj\ntrailer<</Root 1 0 R/Size 3>>\n%%EOF")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static byte[] fuzzed(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = 0; i < 30; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
