package coalition.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coalition forget}: removes what is kept of a person. */
@Command(
        name = "forget",
        description = "Removes what somebody asked in Slack, was told there and said of it.",
        footer = {"", "Example:", "  coalition forget --user U012AB3CD"})
final class ForgetCommand implements Callable<Integer> {
    private final Room room;

    @Option(names = "--user", paramLabel = "ID", required = true, description = "Slack's id of the person: U012AB3CD.")
    String user = "";

    ForgetCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        try (Bot bot = room.bot()) {
            room.terminal().out().println("removed " + bot.forget(user) + " things of " + Paint.line(user));
            return 0;
        }
    }
}
