package coalition.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import coalition.model.WordPiece.Pieces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the tokenizer that the MiniLM package itself uses. */
class WordPieceTest {
    private static WordPiece ours;
    private static HuggingFaceTokenizer theirs;

    @BeforeAll
    static void load() throws IOException {
        System.setProperty("DJL_OFFLINE", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty(
                "DJL_CACHE_DIR", Path.of("target", "djl").toAbsolutePath().toString());
        ours = new WordPiece(
                Files.readAllLines(ModelFiles.in(Path.of("target", "models")).vocabulary()));
        try (InputStream json =
                Objects.requireNonNull(WordPieceTest.class.getResourceAsStream("/all-minilm-l6-v2-tokenizer.json"))) {
            theirs = HuggingFaceTokenizer.newInstance(json, Map.of("truncation", "false", "padding", "false"));
        }
    }

    @AfterAll
    static void close() {
        theirs.close();
    }

    static Stream<String> texts() {
        return Stream.of(
                "",
                " ",
                "Why did Michael Kors leave the IACC?",
                "unbelievably antidisestablishmentarianism",
                "Café déjà vu, naïve Ångström; İstanbul ΣΊΣΥΦΟΣ straße",
                "e\u0301 cafe\u0301 n\u0303",
                "it's 1,234.56 $ or 50% — “quoted” ‘words’ … end",
                "tabs\tand\nlines\r\nand\u00a0spaces\u2003\u3000x\u2028y\u2029z",
                "zero\u200bwidth\u200dand\ufeffbom soft\u00adhyphen",
                "null\u0000inside\ufffd and bell\u0007 and vertical\u000btab\u000c",
                "中文字符 and 日本語テキスト and 한국어",
                "emoji 😀👩‍👩‍👧 flags 🇨🇭 math 𝒳𝔘 rare 𠀀",
                "अनुच्छेद १ के अनुसार",
                "العربية مع تشكيلٌ",
                "x".repeat(100) + " " + "y".repeat(101) + " " + "ab".repeat(60),
                "under_score snake_case a^b`c~d|e {f} <g> [h] @i #j \\k",
                "ﬁne ligature ǅ Ⅷ ² ½ № ™ ℃",
                "don't can't won't o'clock rock'n'roll",
                "lone \ud83d surrogate",
                "A.B.C. U.S.A. 3.14 v1.2.3-rc4 https://example.org/a?b=c&d=e");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void numbersPiecesAsThePackageDoes(String text) {
        assertThat(numbers(ours.split(text))).isEqualTo(theirNumbers(text));
    }

    @Test
    void agreesOnRandomMixtures() {
        // a lone surrogate does not survive their way into native code when more follows
        List<String> parts = texts().filter(t -> !t.startsWith("lone")).toList();
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < 6; k++) {
                String part = parts.get(random.nextInt(parts.size()));
                int[] letters = part.codePoints().toArray();
                int from = random.nextInt(letters.length + 1);
                int to = Math.min(letters.length, from + random.nextInt(12));
                text.append(new String(letters, from, to - from));
            }
            assertThat(numbers(ours.split(text.toString())))
                    .as(text.toString())
                    .isEqualTo(theirNumbers(text.toString()));
        }
    }

    @Test
    void knowsWhichCharactersAPieceStandsFor() {
        String text = "Élite 😀 unbelievably";
        Pieces pieces = ours.split(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            words.add(text.substring(pieces.starts()[i], pieces.ends()[i]));
        }
        assertThat(String.join("", words)).isEqualTo("Élite😀unbelievably");
        assertThat(words).startsWith("Élite", "😀");
    }

    @Test
    void readsNamesOfSpecialTokensAsText() {
        assertThat(numbers(ours.split("[SEP] [CLS]"))).doesNotContain(101L, 102L);
    }

    private static List<Long> numbers(Pieces pieces) {
        return Arrays.stream(pieces.ids()).mapToLong(i -> i).boxed().toList();
    }

    private static List<Long> theirNumbers(String text) {
        Encoding encoding = theirs.encode(text, false, false);
        return Arrays.stream(encoding.getIds()).boxed().toList();
    }
}
