package coalition.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
    private static final String TEXT = "Kors’s letter — “most dangerous” — cost 5 € in Zürich.\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void readsTextWithoutAMark(String charset) {
        assertThat(TextDecoder.decode(TEXT.getBytes(Charset.forName(charset)))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void leavesTheMarkOutOfWideEncodings(String charset) {
        assertThat(TextDecoder.decode(("\uFEFF" + TEXT).getBytes(Charset.forName(charset))))
                .isEqualTo(TEXT);
    }

    @Test
    void keepsTheMarkOfUtf8() {
        assertThat(TextDecoder.decode(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("\uFEFF" + TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "202009, NO_TEXT",
        "efbbbf, NO_TEXT",
        "410042004300ff, BINARY",
        "00, BINARY",
        "1b1b1b1b41, BINARY",
        "89504e470d0a1a0a0000000d, BINARY",
        "416263c3a9c3a9ff6465, UNREADABLE",
        "81 8d 8f 90 9d, UNREADABLE",
        "fffe00d84100, UNREADABLE",
    })
    void saysWhyItIsNoText(String hex, SkipReason reason) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThatThrownBy(() -> TextDecoder.decode(bytes))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void neverReadsNoiseAsText() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            byte[] noise = new byte[200 + random.nextInt(2000)];
            random.nextBytes(noise);
            assertThatThrownBy(() -> TextDecoder.decode(noise)).isInstanceOf(UnreadableFileException.class);
        }
    }
}
