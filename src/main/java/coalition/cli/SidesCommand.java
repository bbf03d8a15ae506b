package coalition.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coalition sides}: statements by who makes them. */
@Command(
        name = "sides",
        description = "Shows statements grouped by who makes them.",
        footer = {"", "Examples:", "  coalition sides", "  coalition sides --json"})
final class SidesCommand implements Callable<Integer> {
    private final Room room;

    @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
    boolean json;

    @Option(names = "--in", paramLabel = "GLOB", description = "Look at these documents only.")
    List<String> in = List.of();

    SidesCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        return new SummaryPrinter(room).print(json, in, (summaries, scope) -> summaries.sides(scope));
    }
}
