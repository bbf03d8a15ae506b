package coalition.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
    private final SentenceSplitter unit = new SentenceSplitter();

    /** A bar stands where a cut is expected. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "One sentence.",
                "It rained. | It stopped.",
                "No end mark at all",
                "Mr. Smith met Dr. Jones. | They left.",
                "Matthew Bassiur joined Alibaba Inc. in 2016. | He left.",
                "He works at Apple Inc. | The job is hard.",
                "He works at Apple Inc. and likes it.",
                "The U.S. Army came. | It went.",
                "He moved to the U.S. | The move was easy.",
                "J. K. Rowling wrote it. | George W. Bush read it.",
                "So do I. | Nobody else does.",
                "It costs $3.50 today. | Yesterday it was 2.75 euros.",
                "It grew by 3.5%. | Then it fell.",
                "“Really?” she asked. | He nodded.",
                "“Go!” Smith said. | They went.",
                "“Go!” | They went.",
                "\"Is it true?\" asked Tom. | \"It is.\" | He sat down.",
                "He said: “I came. | I saw. | I won.” | Then he left.",
                "‘It is over.’ | She rose.",
                "Wait... what is that?",
                "We waited for days… | Then he came.",
                "Well… I think so.",
                "The end ... | Nobody knew.",
                "See Sec. 4.2 and Fig. 3 for more. | The rest is easy.",
                "Meet at 9 a.m. Monday in the hall. | Bring food.",
                "Meet at 9 a.m. and eat.",
                "We met at 5 p.m. | The hall was full.",
                "Since Jan. 5 it has rained. | It will stop.",
                "It opened in Sept. | The crowd was large.",
                "The max. 5 guests and the min. 2 came.",
                "Call ext. 42 now. | Ask for Ann.",
                "Roe v. Wade was decided in 1973. | It was overturned.",
                "Ferrari vs. Ford was a film.",
                "Use fruit, e.g. Apples or pears. | Eat it.",
                "Bring pens, paper, etc. | Leave bags.",
                "Bring pens, paper, etc. and a bag.",
                "Smith et al. (2016) found it. | Others did not.",
                "She holds a Ph.D. in law. | He holds none.",
                "He was ill. | Doctors came.",
                "The gain was in mass. | Weight fell.",
                "No. 5 is a perfume. | He said no. | She said yes.",
                "It ended (see p. 3. There is more.) in May. | It began in June.",
                "It ended. | (It began in May. | It was cold.) | He left.",
                "He won.[3] | She lost.[4][5] | All left.",
                "He won.¹ | She lost.",
                "See example.com for more. | Or write to a.b@c.org today.",
                "Version 2.1.3 is out. | Version 3 is not.",
                "Yahoo! Inc. bought it. | The price was high.",
                "What?! | No way!! | Yes.",
                "The eBay sale ended. | eBay won.",
                "« Bonjour. » | Il partit.",
                "Er kam am Montag. | »Hallo.« | Sie ging.",
                "これは文です。|これも文です。|終わり",
                "यह एक वाक्य है। | यह दूसरा है।",
                "1. First we go. | Then we eat.",
                "i like it. | you like it too. | fine",
                "St. Peter lives on Main St. | The house is old.",
                "Gen. Lee and Sen. Kerry met Rep. Doe. | All spoke.",
                "Is it over? | Yes. | It is!",
                "Kering sued Gucci S.A. in Paris. | It lost.",
                "It was founded in 1945. | 30 people came.",
                "**It is bold.** | It is not.",
                "The *end*. | A _new_ start.",
                "It is [a link](http://x.y/z?a=b. \"T. U.\") here. | Next one.",
                "He came—really?—and went. | She stayed.",
                "The company (which, like Alibaba, had a successful I.P.O. in recent years) left. | It did.",
            })
    void cutsWhereASentenceEnds(String expected) {
        String text = expected.replaceAll(" ?\\| ?(?=\\p{ASCII})", " ").replace("|", "");
        if (expected.contains("。|")) {
            text = expected.replace("|", "");
        }

        assertThat(texts(text)).isEqualTo(List.of(bare(expected).split(" ?\\| ?")));
    }

    private static String bare(String expected) {
        return expected.replace("**It is bold.**", "It is bold.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a point. => a point.",
                "* a point => a point",
                "• a point => a point",
                "> a quotation. => a quotation.",
                "> > deep => deep",
                "## A heading => A heading",
                "| a | b | => a | b",
                "| He won. It rained. | 5 | => He won. It rained. | 5",
                "**All bold.** => All bold.",
                "*All slanted.* => All slanted.",
                "***Both.*** => Both.",
                "**Alibaba** is **big** => **Alibaba** is **big**",
                "**Alibaba** is big. => **Alibaba** is big.",
                "It is **big** => It is **big**",
                "**Bold goes on => Bold goes on",
                "- [x] done => done",
                "end of a line\\ => end of a line",
                "--- => ",
                "*** => ",
                "-5 degrees => -5 degrees",
                "“Quoted.” => “Quoted.”",
            })
    void leavesLayoutOutAtTheEdges(String row) {
        String[] parts = row.split(" => ?", -1);

        assertThat(String.join("/", texts(parts[0]))).isEqualTo(parts[1]);
    }

    @Test
    void keepsALineEndWithinASentence() {
        assertThat(texts("A hard\nwrapped line. Next\nline.")).containsExactly("A hard\nwrapped line.", "Next\nline.");
    }

    @Test
    void leavesOutAQuotationMarkAtTheStartOfALine() {
        assertThat(texts("> One is here.\n> Two is there.")).containsExactly("One is here.", "Two is there.");
    }

    @Test
    void cutsAtABlankLine() {
        assertThat(texts("It has an end.\n\nthe next one")).containsExactly("It has an end.", "the next one");
    }

    @Test
    void staysWithinTheBlock() {
        String text = "Before. One. Two. After.";

        assertThat(unit.split(text, new Span(8, 17)))
                .extracting(span -> span.in(text))
                .containsExactly("One.", "Two.");
    }

    @Test
    void cutsARunWithoutEndMarks() {
        String text = "word ".repeat(1000);

        assertThat(unit.split(text)).hasSizeBetween(5, 10).allMatch(span -> span.length() <= 1000);
    }

    @Test
    void losesNoLetterAndCutsNoPairOfSurrogates() {
        String[] pieces = {
            "a",
            "B",
            "Mr.",
            "e.g.",
            "U.S.",
            ". ",
            "! ",
            "?",
            "…",
            " ",
            "\n",
            "\n\n",
            "“",
            "”",
            "\"",
            "(",
            ")",
            "[3]",
            "**",
            "> ",
            "- ",
            "|",
            "5",
            "3.5",
            "😀",
            "é",
            "中",
            "。",
            "\u200B",
            "\u202E",
            "»",
            "« ",
            "#",
            "_",
            "\uD800",
            "word ".repeat(300)
        };
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(pieces[random.nextInt(round % 10 == 0 ? pieces.length : pieces.length - 1)]);
            }
            assertKeepsLetters(text.toString());
        }
    }

    private void assertKeepsLetters(String text) {
        StringBuilder kept = new StringBuilder();
        int end = 0;
        for (Span span : unit.split(text)) {
            assertThat(span.start()).as(text).isGreaterThanOrEqualTo(end);
            end = span.end();
            kept.append(span.in(text));
        }
        assertThat(letters(kept.toString())).as(text).isEqualTo(letters(text));
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                ". ",
                "! [",
                ".» ",
                "a. ",
                "(a. ",
                "*",
                "**a. ",
                "> ",
                "Mr. ",
                "1. ",
                "« .",
                "... A",
                "“Go!” A ",
                "\u200B."
            })
    void isNotSlowedByRepetition(String piece) {
        String text = piece.repeat(100_000 / piece.length());

        assertThat(unit.split(text)).allMatch(span -> span.end() <= text.length());
    }

    private List<String> texts(String text) {
        return unit.split(text).stream().map(span -> span.in(text)).toList();
    }
}
