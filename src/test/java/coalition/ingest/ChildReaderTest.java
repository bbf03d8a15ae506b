package coalition.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coalition.document.DocumentId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChildReaderTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @Test
    void readsAsThisProcessDoes() throws IOException {
        SourceFile file = file(PdfReaderTest.pdf("", "# The report\nFirst words.", "More words."));

        try (ChildReader unit = ChildReader.start()) {
            assertThat(unit.read(file, LONG)).isEqualTo(new PdfReader().read(file));
            assertThat(unit.read(file, LONG)).isEqualTo(new PdfReader().read(file));
        }
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        SourceFile locked = file(PdfReaderTest.pdf("secret", "Nobody reads this."));

        try (ChildReader unit = ChildReader.start()) {
            assertThatThrownBy(() -> unit.read(locked, LONG)).hasMessage("it is encrypted");
            assertThat(unit.isUsable()).isTrue();
        }
    }

    @Test
    void endsWhereAFileTakesTooLong() throws IOException {
        SourceFile file = file(PdfReaderTest.pdf("", "Words."));

        try (ChildReader unit = ChildReader.start()) {
            assertThatThrownBy(() -> unit.read(file, Duration.ofNanos(1))).hasMessage("it takes too long to read");
            assertThat(unit.isUsable()).isFalse();
        }
    }

    private static SourceFile file(byte[] bytes) {
        return SourceFile.of(new DocumentId("a.pdf"), bytes, Instant.EPOCH);
    }
}
