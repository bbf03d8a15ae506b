package coalition.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code coalition doctor}: says what is wrong. */
@Command(
        name = "doctor",
        description =
                "Checks settings, database, index, model and Slack: one line each, exit code 1 if anything is wrong.",
        footer = {"", "Example:", "  coalition doctor"})
final class DoctorCommand implements Callable<Integer> {
    private final Room room;

    DoctorCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        Terminal terminal = room.terminal();
        Paint paint = terminal.paint();
        try (Bot bot = room.bot()) {
            List<Check> checks = bot.checks();
            for (Check check : checks) {
                String sign = switch (check.state()) {
                    case GOOD -> Paint.green("✓");
                    case OFF -> Paint.dim("–");
                    case WRONG -> Paint.yellow("✗");
                };
                terminal.out().println(paint.show(sign + " " + pad(check.subject()) + Paint.line(check.finding())));
            }
            return checks.stream().anyMatch(c -> c.state() == Check.State.WRONG) ? 1 : 0;
        }
    }

    private static String pad(String subject) {
        return subject + " ".repeat(Math.max(1, 12 - subject.length()));
    }
}
