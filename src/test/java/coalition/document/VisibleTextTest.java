package coalition.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 0x1B, 0x9B, 0xAD, 0x200B, 0x200D, 0x202E, 0x2060, 0x2066, 0xFE0F, 0xFEFF, 0xE0041, 0xE0100, 0xD800
            })
    void leavesOutWhatNobodySees(int point) {
        assertThat(VisibleText.strip("a" + Character.toString(point) + "b")).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "tab\tand\r\nline", "é 中 😀 “quoted”", "a\u00A0b"})
    void keepsWhatIsSeen(String text) {
        assertThat(VisibleText.strip(text)).isSameAs(text);
    }

    @Test
    void knowsWhereEachUnitStood() {
        VisibleText visible = VisibleText.of("\u200Ba\u202Eb\u200B");

        assertThat(visible.text()).isEqualTo("ab");
        assertThat(visible.origin(0)).isEqualTo(1);
        assertThat(visible.origin(1)).isEqualTo(3);
        assertThat(visible.origin(2)).isEqualTo(5);
    }
}
