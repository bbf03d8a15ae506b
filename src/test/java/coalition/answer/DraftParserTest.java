package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

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
            """)
    void readsPlainTextWithMarkers(String reply, String expected) {
        assertThat(String.join(" ", parsed(reply))).isEqualTo(expected);
    }

    @Test
    void readsLinesAndBulletsAsSentences() {
        assertThat(parsed("Here:\n- Kors left [1]\n- Alibaba joined [2]\n\nNo more."))
                .containsExactly("Here:{1}", "Kors left{1}", "Alibaba joined{2}", "No more.{}");
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
        parser.end();
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
        DraftParser parser = new DraftParser(p -> told.add(p.text()
                + p.passages().toString().replace("[", "{").replace("]", "}").replace(" ", "")));
        for (int i = 0; i < reply.length(); i += Math.min(size, reply.length())) {
            parser.add(reply.substring(i, (int) Math.min(reply.length(), (long) i + size)));
        }
        parser.end();
        return told;
    }
}
