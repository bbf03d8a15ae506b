package coalition.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {
    @ParameterizedTest
    @CsvSource({
        "bassuir, bassuir, 0",
        "basuir, bassuir, 1",
        "bassiur, bassuir, 1",
        "bassuira, bassuir, 1",
        "massuir, bassuir, 1",
        "longchmp, longchamp, 1",
        "lonchmp, longchamp, 2",
        "kors, gucci, 3",
        "a, abcdef, 3",
    })
    void countsSlips(String a, String b, int slips) {
        assertThat(Slips.between(a, b, 2)).isEqualTo(slips);
        assertThat(Slips.between(b, a, 2)).isEqualTo(slips);
    }
}
