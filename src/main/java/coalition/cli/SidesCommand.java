package coalition.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coalition sides}: statements by who makes them. */
@Command(
        name = "sides",
        description = "Shows statements grouped by who makes them.",
        footer = {"", "Examples:", "  coalition sides", "  coalition sides --json"})
final class SidesCommand implements Callable<Integer> {
    @Mixin
    private final SummaryPrinter printer;

    SidesCommand(Room room) {
        printer = new SummaryPrinter(room);
    }

    @Override
    public Integer call() {
        return printer.print((summaries, scope) -> summaries.sides(scope));
    }
}
