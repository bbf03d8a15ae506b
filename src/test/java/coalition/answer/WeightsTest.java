package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsTest {
    @Test
    void weighsEachClueByItsName() {
        Weights.Sum sum =
                weights("g.mass=2", "g.best-cosine=3", "g.base=-1").group("g", List.of("mass", "best cosine"));
        assertThat(sum.of(new double[] {10, 100})).isCloseTo(319, within(1e-9));
    }

    @Test
    void aClueWithoutAWeightDoesNotCount() {
        assertThat(weights("g.mass=2").group("g", List.of("mass", "other")).of(new double[] {1, 50}))
                .isCloseTo(2, within(1e-9));
    }

    @Test
    void saysWhichWeightIsNoNumber() {
        assertThatThrownBy(() -> weights("g.mass=much").group("g", List.of("mass")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot use the weight 'g.mass': 'much' is no number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"neural", "features", "retrieval"})
    void theShippedOnesAreLessSureWhereMoreIsMissing(String kind) {
        Weights.Sum topic = Weights.shipped().group("topic." + kind, Doubts.NAMES);
        double[] near = new double[Doubts.NAMES.size()];
        double[] far = near.clone();
        near[Doubts.NAMES.indexOf("passage cosine")] = .7;
        near[Doubts.NAMES.indexOf("covered")] = .9;
        far[Doubts.NAMES.indexOf("missing")] = .9;
        assertThat(topic.of(near)).isGreaterThan(topic.of(far));
    }

    private static Weights weights(String... lines) {
        Properties numbers = new Properties();
        for (String line : lines) {
            numbers.setProperty(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return new Weights(numbers);
    }
}
