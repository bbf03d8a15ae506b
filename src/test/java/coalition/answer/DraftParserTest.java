package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DraftParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kors left. [1] Alibaba joined. [2]              | Kors left.{1} Alibaba joined.{2}
            Kors left [1]. Alibaba joined [2].              | Kors left.{1} Alibaba joined.{2}
            Kors left.[1][3] Done. [2]                      | Kors left.{1,3} Done.{2}
            Kors left [1, 3].                               | Kors left.{1,3}
            Kors left [1-3].                                | Kors left.{1,2,3}
            Kors left 【2】.                                | Kors left.{2}
            Kors left [passage 2].                          | Kors left.{2}
            Kors left [^2].                                 | Kors left.{2}
            Kors left (1).                                  | Kors left.{1}
            Kors left. (1, 2)                               | Kors left.{1,2}
            Kors left.² Alibaba joined.¹                    | Kors left.{2} Alibaba joined.{1}
            Act (3) has two parts [1].                      | Act (3) has two parts.{1}
            First. Second. [2]                              | First.{2} Second.{2}
            Mr. Kors left the U.S. group in Jan. 2016. [1]  | Mr. Kors left the U.S. group in Jan. 2016.{1}
            It cost $2.5 million. [1] Yes.                  | It cost $2.5 million.{1} Yes.{1}
            No marker at all.                               | No marker at all.{}
            **Kors** left. [1]                              | Kors left.{1}
            According to passage 1, Kors left. [1]          | Kors left.{1}
            Yes, Kors left. [1]                             | Kors left.{1}
            He said "We left." [1] Then it ended. [2]       | He said "We left."{1} Then it ended.{2}
            Kors left                                       | Kors left{}
            Kors left[1], and Alibaba joined[2].            | Kors left, and Alibaba joined.{1,2}
            Kors left.[1]Alibaba joined.[2]                 | Kors left.{1} Alibaba joined.{2}
            Kors left [Source 1].                           | Kors left.{1}
            Kors left [Source: 1, Source: 2].               | Kors left.{1,2}
            Kors left (Source 1).                           | Kors left.{1}
            Kors left (sources: 1 and 2).                   | Kors left.{1,2}
            Kors left (Passage 1, Passage 2).               | Kors left.{1,2}
            Kors left **[1]**.                              | Kors left.{1}
            Kors left [[1]].                                | Kors left.{1}
            Kors left \\[1\\].                              | Kors left.{1}
            Kors left ［1］.                                | Kors left.{1}
            Kors left ([1]).                                | Kors left.{1}
            Kors left (see [1][2]).                         | Kors left.{1,2}
            Kors left [1](#p1). Done. [2]                   | Kors left.{1} Done.{2}
            Kors left [1](https://a.example/1). Done. [2]   | Kors left.{1} Done.{2}
            Kors left.<sup>[1]</sup> Done.<sup>2</sup>      | Kors left.{1} Done.{2}
            Kors left [leave.md].                           | Kors left.{}
            According to [1], Kors left.                    | Kors left.{1}
            Based on the provided context, Kors left. [1]   | Kors left.{1}
            Answer: Kors left. [1]                          | Kors left.{1}
            **Answer:** Kors left. [1]                      | Kors left.{1}
            コースは去った。[1]アリババが加わった。[2]      | コースは去った。{1} アリババが加わった。{2}
            """)
    void readsPlainTextWithMarkers(String reply, String expected) {
        assertThat(String.join(" ", parsed(reply))).isEqualTo(expected);
    }

    @Test
    void readsASentenceOverSeveralLines() {
        assertThat(parsed("Michael\nKors left the\ncoalition. [1]\nAlibaba\njoined. [2]"))
                .containsExactly("Michael{1}", "Kors left the coalition.{1}", "Alibaba joined.{2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "a", "a.", "[", "(", "*", "1.", "\"", "<", "a\n", "Mr. "})
    void endsWithWhateverAModelRepeats(String piece) {
        DraftParser parser = parser(new ArrayList<>());
        for (int i = 0; i < 12_000 / piece.length(); i++) {
            parser.add(piece);
        }
        assertThatNoException().isThrownBy(() -> parser.end(false));
    }

    @Test
    void readsLinesAndBulletsAsSentences() {
        assertThat(parsed("Here:\n- Kors left [1]\n- Alibaba joined [2]\n\nNo more."))
                .containsExactly("Here:{1}", "Kors left{1}", "Alibaba joined{2}", "No more.{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. Kors left. [1]\n2. Alibaba joined. [2]",
                "## Short answer\n\nKors left. [1]\n\nAlibaba joined. [2]",
                "**Short answer**\n\n* Kors left. [1]\n* Alibaba joined. [2]\n",
                "> Kors left. [1]\n> Alibaba joined. [2]",
                "Kors left. [1]\n\n---\n\nAlibaba joined. [2]",
                "Kors left. [1]\r\nAlibaba joined. [2]\r\n",
            })
    void readsTheSentencesOfMarkdown(String reply) {
        assertThat(parsed(reply)).containsExactly("Kors left.{1}", "Alibaba joined.{2}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kors left. [1] Alibaba jo                       | Kors left.{1}
            Kors left. [1] Alibaba joined. [2]              | Kors left.{1} Alibaba joined.{2}
            Kors left. [1] Alibaba joined [2                | Kors left.{1}
            Kors left [1]                                   | Kors left{1}
            """)
    void leavesOutASentenceThatIsCut(String reply, String expected) {
        List<String> told = new ArrayList<>();
        DraftParser parser = parser(told);
        parser.add(reply);
        parser.end(true);
        assertThat(String.join(" ", told)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sentences\":[{\"text\":\"Kors left.\",\"sources\":[1]},{\"text\":\"Alibaba joined.\",\"sources\":[2]}]}",
                "```json\n{\"sentences\":[{\"text\":\"Kors left.\",\"sources\":[1]},{\"text\":\"Alibaba joined. [2]\",\"sources\":[]}]}\n```",
                "[{\"sentence\":\"Kors left.\",\"citations\":[\"[1]\"]},{\"sentence\":\"Alibaba joined.\",\"passage\":2}]",
                "{\"answer\":\"Kors left. [1] Alibaba joined. [2]\"}",
            })
    void readsJsonInSeveralShapes(String reply) {
        assertThat(parsed(reply)).containsExactly("Kors left.{1}", "Alibaba joined.{2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"sentences\":[]}", "{}", "{\"sentences\":[{\"te", "", "   ", "[[[", "{\"text\": 5}"})
    void readsNothingFromNothing(String reply) {
        assertThat(parsed(reply)).filteredOn(s -> !s.startsWith("[[[")).isEmpty();
    }

    @Test
    void tellsASentenceBeforeTheReplyIsOver() {
        List<String> told = new ArrayList<>();
        DraftParser parser = new DraftParser(p -> told.add(p.text()));
        parser.add("Kors left. [1] Ali");
        assertThat(told).containsExactly("Kors left.");
    }

    @Test
    void waitsForAMarkerThatIsCutInTwo() {
        List<String> told = new ArrayList<>();
        DraftParser parser = new DraftParser(p -> told.add(p.text() + p.passages()));
        parser.add("Kors left. ");
        parser.add("[1");
        parser.add("] Alibaba joined. [2]");
        parser.end(false);
        assertThat(told).containsExactly("Kors left.[1]", "Alibaba joined.[2]");
    }

    /** The same whichever way the reply is cut into pieces. */
    private static List<String> parsed(String reply) {
        List<String> whole = pieces(reply, Integer.MAX_VALUE);
        for (int size = 1; size < 12; size++) {
            assertThat(pieces(reply, size)).isEqualTo(whole);
        }
        return whole;
    }

    private static List<String> pieces(String reply, int size) {
        List<String> told = new ArrayList<>();
        DraftParser parser = parser(told);
        for (int i = 0; i < reply.length(); i += Math.min(size, reply.length())) {
            parser.add(reply.substring(i, (int) Math.min(reply.length(), (long) i + size)));
        }
        parser.end(false);
        return told;
    }

    private static DraftParser parser(List<String> told) {
        return new DraftParser(p -> told.add(p.text()
                + p.passages().toString().replace("[", "{").replace("]", "}").replace(" ", "")));
    }
}
