package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConjunctsTest {
    @Test
    void takesTwoStatementsApart() {
        assertThat(Conjuncts.of("Kors left in 2016, and Alibaba joined the coalition."))
                .contains(List.of("Kors left in 2016.", "Alibaba joined the coalition."));
    }

    @Test
    void readsAStrongerJointFirst() {
        assertThat(Conjuncts.of("Kors and Gucci were members; Alibaba and Amazon were not members.")
                        .getFirst())
                .containsExactly("Kors and Gucci were members.", "Alibaba and Amazon were not members.");
    }

    @Test
    void givesAStatementWithoutASubjectTheFirstOnes() {
        assertThat(Conjuncts.of("The company was founded in 1836 and has belonged to the city since 1987."))
                .contains(List.of(
                        "The company was founded in 1836.", "The company has belonged to the city since 1987."));
    }

    @Test
    void leavesASentenceWithTwoSubjectsWhole() {
        assertThat(Conjuncts.of("Michael Kors and Gucci left.")).isEmpty();
    }
}
