package coalition.cli;

import coalition.answer.LoggedAnswer;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code coalition show}: an answer of before. */
@Command(
        name = "show",
        description = "Prints an answer that was given before, to the letter, as one JSON object (docs/json.md).",
        footer = {"", "Example:", "  coalition show 01JD6V5V9Q"})
final class ShowCommand implements Callable<Integer> {
    private final Room room;

    @Parameters(paramLabel = "ID", description = "The answer's id, from --json or 'coalition log'.")
    String id = "";

    ShowCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        try (Bot bot = room.bot()) {
            Optional<LoggedAnswer> found = bot.log().find(id);
            if (found.isEmpty()) {
                throw new UsageException("there is no answer '" + id + "'; 'coalition log' lists the last ones");
            }
            room.terminal().out().println(found.get().json());
            return 0;
        }
    }
}
