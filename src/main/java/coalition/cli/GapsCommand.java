package coalition.cli;

import coalition.feedback.Gap;
import coalition.feedback.Gaps;
import coalition.feedback.Unanswered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coalition gaps}: what is asked and not in the documents. */
@Command(
        name = "gaps",
        description = "Groups the questions that the documents did not answer, most asked first.",
        footer = {"", "Example:", "  coalition gaps --days 90"})
final class GapsCommand implements Callable<Integer> {
    private final Room room;

    @Option(names = "--days", paramLabel = "N", description = "How many days back (default: 30).")
    int days = 30;

    GapsCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        try (Bot bot = room.bot()) {
            List<Unanswered> questions = bot.log().unanswered(Instant.now().minus(Duration.ofDays(days))).stream()
                    .map(answer -> new Unanswered(answer.question(), answer.reason(), answer.at()))
                    .toList();
            Terminal terminal = room.terminal();
            Paint paint = terminal.paint();
            if (questions.isEmpty()) {
                terminal.say("every question of the last " + days + " days was answered");
            }
            for (Gap gap : Gaps.of(questions)) {
                terminal.out()
                        .print(paint.block(
                                "  ", Paint.bold(gap.count() + "x ") + Paint.line(String.join(", ", gap.words()))));
                for (String question : gap.questions()) {
                    terminal.out().print(paint.block("     › ", "       ", Paint.line(question)));
                }
            }
            return 0;
        }
    }
}
