package coalition.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private static Unanswered asked(String question, int minute) {
        return new Unanswered(question, "not_in_sources", NOON.plusSeconds(60L * minute));
    }

    @Test
    void hasNoneWhereEverythingWasAnswered() {
        assertThat(Gaps.of(List.of())).isEmpty();
    }

    @Test
    void groupsQuestionsThatShareTheWordsThatMatter() {
        List<Gap> gaps = Gaps.of(List.of(
                asked("Who painted the tower?", 1),
                asked("what does parking cost", 2),
                asked("who was it that painted the tower", 3),
                asked("When was the tower painted?", 4),
                asked("How much does parking cost on Sundays?", 5)));
        assertThat(gaps).extracting(Gap::count).containsExactly(3, 2);
        assertThat(gaps.getFirst().words()).contains("painted", "tower");
        assertThat(gaps.getFirst().questions()).startsWith("When was the tower painted?");
        assertThat(gaps.getLast().words()).contains("parking", "cost");
    }

    @Test
    void listsAQuestionAskedOftenOnce() {
        List<Gap> gaps = Gaps.of(List.of(asked("Is there wifi?", 1), asked("Is there wifi?", 2)));
        assertThat(gaps.getFirst().questions()).containsExactly("Is there wifi?");
        assertThat(gaps.getFirst().count()).isEqualTo(2);
    }
}
