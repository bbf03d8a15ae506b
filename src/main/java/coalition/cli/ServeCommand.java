package coalition.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code coalition serve}: the bot. */
@Command(
        name = "serve",
        description = "Runs the bot: Slack when its tokens are set, and the local page. Ctrl-C or SIGTERM ends it.",
        footer = {
            "",
            "Examples:",
            "  coalition serve",
            "  SLACK_BOT_TOKEN=xoxb-... SLACK_APP_TOKEN=xapp-... coalition serve"
        })
final class ServeCommand implements Callable<Integer> {
    private final Room room;

    ServeCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        try (Bot bot = room.bot()) {
            bot.serve();
            return 0;
        }
    }
}
