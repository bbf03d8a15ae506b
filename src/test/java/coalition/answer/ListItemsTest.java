package coalition.answer;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.document.Chunk;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListItemsTest {
    private static final Chunk STEPS = Chunks.of(
            "Pump",
            "How do I drain the pump?",
            "1. Close the valve.\n2. Open the lid.\n3. Tip it.",
            "Close the valve.",
            "Open the lid.",
            "Tip it.");
    private static final Chunk TABLE = Chunks.of(
            "Rooms",
            "",
            "| Room | Seats |\n|---|---|\n| Oak | 12 |\n| Elm | 6 |\n",
            "Room | Seats",
            "Oak | 12",
            "Elm | 6");
    private static final Chunk CODE = Chunks.of(
            "Tool",
            "Setup",
            "To build it, run:\n\n```\nmake all\nmake install\n```\n\nThat takes a minute.",
            "To build it, run:",
            "make all",
            "make install",
            "That takes a minute.");

    private static List<String> around(Chunk chunk, int best, String question) {
        return Chunks.shown(ListItems.around(new Run(0, chunk, best, best), QuestionAnalysis.of(question)));
    }

    @Test
    void showsAllStepsBelowAHeadingThatAsksForThem() {
        assertThat(around(STEPS, 0, "how to drain the pump"))
                .containsExactly("Close the valve.", "Open the lid.", "Tip it.");
    }

    @Test
    void showsOneStepAloneWhereOneThingIsAsked() {
        assertThat(around(STEPS, 1, "when do i open the lid")).isEmpty();
    }

    @Test
    void showsAllRowsWhereAllAreAskedFor() {
        assertThat(around(TABLE, 1, "list all rooms")).containsExactly("Room | Seats", "Oak | 12", "Elm | 6");
    }

    @Test
    void takesAnUnfinishedSentenceAboveAListForItsIntroduction() {
        Chunk chunk = Chunks.of(
                "Club",
                "",
                "The committee consists of\n\n1. the chair,\n2. the treasurer.",
                "The committee consists of",
                "the chair,",
                "the treasurer.");

        assertThat(around(chunk, 0, "who is on the committee?"))
                .containsExactly("The committee consists of", "the chair,", "the treasurer.");
    }

    @Test
    void showsAllItemsWhereAPluralIsAskedFor() {
        Chunk chunk = Chunks.of(
                "Choir", "Concerts", "- 5 April: Abbey\n- 17 May: Town Hall", "5 April: Abbey", "17 May: Town Hall");

        assertThat(around(chunk, 1, "when are the concerts")).containsExactly("5 April: Abbey", "17 May: Town Hall");
    }

    @Test
    void neverShowsTheHeadOfATableAlone() {
        assertThat(around(TABLE, 0, "what seats are there")).hasSize(3);
    }

    @Test
    void letsARowStandAlone() {
        assertThat(around(TABLE, 1, "how many seats has Oak")).isEmpty();
    }

    @Test
    void showsCommandsWithWhatAnnouncesThem() {
        assertThat(around(CODE, 0, "how do i build it"))
                .containsExactly("To build it, run:", "make all", "make install");
    }

    @Test
    void showsWhatAnnouncesACommandWithIt() {
        assertThat(around(CODE, 2, "how do i install it"))
                .containsExactly("To build it, run:", "make all", "make install");
    }

    @Test
    void showsARowOfManyColumnsBelowTheNamesOfTheColumns() {
        Chunk wide = Chunks.of(
                "Pump",
                "Data",
                "| | P1 | P2 |\n|---|---|---|\n| Weight | 4 kg | 6 kg |\n| Power | 1 kW | 2 kW |\n",
                "P1 | P2",
                "Weight | 4 kg | 6 kg",
                "Power | 1 kW | 2 kW");

        assertThat(around(wide, 2, "what is the power of the P2")).containsExactly("P1 | P2", "Power | 1 kW | 2 kW");
    }

    @Test
    void showsOnlyTheRowsThatAreAskedFor() {
        Chunk tasks = Chunks.of(
                "Choir",
                "Tasks",
                "| Who | What |\n|---|---|\n| Ann | Posters |\n| Tom | Chairs |\n| Ann | Cake |\n",
                "Who | What",
                "Ann | Posters",
                "Tom | Chairs",
                "Ann | Cake");

        assertThat(around(tasks, 1, "what are the tasks of ann"))
                .containsExactly("Who | What", "Ann | Posters", "Ann | Cake");
    }

    @Test
    void showsTheStepsThatFollowWhatTheyAreFor() {
        Chunk chunk = Chunks.of(
                "Pump",
                "Care",
                "Drain the pump before winter. Use a bucket.\n\n1. Close the valve.\n2. Tip it.\n\nDry it.",
                "Drain the pump before winter.",
                "Use a bucket.",
                "Close the valve.",
                "Tip it.",
                "Dry it.");

        assertThat(around(chunk, 0, "how do i drain the pump?")).containsExactly("Close the valve.", "Tip it.");
        assertThat(around(chunk, 0, "when do i drain the pump?")).isEmpty();
        assertThat(around(chunk, 0, "how do i paint a barn?")).isEmpty();
    }

    @Test
    void showsTheStepsThatStandAboveWhatIsTold() {
        Chunk chunk = Chunks.of(
                "Inn",
                "Boat",
                "1. Ask at the desk.\n2. Take the oars.\n\nThe boat is free until six.",
                "Ask at the desk.",
                "Take the oars.",
                "The boat is free until six.");

        assertThat(around(chunk, 2, "how do i take the boat")).containsExactly("Ask at the desk.", "Take the oars.");
    }

    @Test
    void takesALabelledLineAboveAListForNoIntroduction() {
        Chunk chunk = Chunks.of(
                "Choir",
                "",
                "Excused: Ann Low\n\n- New chairs are bought.\n- The hall is painted.",
                "Excused: Ann Low",
                "New chairs are bought.",
                "The hall is painted.");

        assertThat(around(chunk, 0, "who was excused")).isEmpty();
    }
}
