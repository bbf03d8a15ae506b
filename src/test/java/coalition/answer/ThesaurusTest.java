package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThesaurusTest {
    @ParameterizedTest
    @CsvSource({"buy, purchase", "purchase, buy", "departure, depart", "obtain, acquire", "employ, hire", "tree, oak"})
    void knowsWordsThatMayStandForOthers(String claim, String source) {
        assertThat(Thesaurus.ENGLISH.covers(root(claim), root(source))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"oak, tree", "first, last", "join, leave", "bank, shoe"})
    void keepsNarrowerAndOtherWordsApart(String claim, String source) {
        assertThat(Thesaurus.ENGLISH.covers(root(claim), root(source))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"retail, wholesale", "wholesale, retail", "deny, admit"})
    void knowsOppositesBothWays(String one, String other) {
        assertThat(Thesaurus.ENGLISH.opposite(root(one), root(other))).isTrue();
    }

    private static String root(String word) {
        return WordBook.ENGLISH.root(word);
    }
}
