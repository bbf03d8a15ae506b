package coalition.model;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.model.Windows.Window;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsTest {
    @Test
    void nothingNeedsNoWindow() {
        assertThat(Windows.over(0, 10, 4)).isEmpty();
    }

    @Test
    void whatFitsIsOneWindow() {
        assertThat(Windows.over(10, 10, 4)).containsExactly(new Window(0, 10, 0, 10));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 15, 16, 17, 22, 23, 100})
    void eachPieceIsTakenOnceFromAWindowThatReadIt(int count) {
        List<Window> windows = Windows.over(count, 10, 4);
        int next = 0;
        for (Window window : windows) {
            assertThat(window.from()).isEqualTo(next);
            assertThat(window.start()).isLessThanOrEqualTo(window.from());
            assertThat(window.end()).isGreaterThanOrEqualTo(window.to()).isLessThanOrEqualTo(window.start() + 10);
            next = window.to();
        }
        assertThat(next).isEqualTo(count);
    }
}
