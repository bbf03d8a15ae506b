package coalition.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coalition timeline}: dated statements in order. */
@Command(
        name = "timeline",
        description = "Shows dated statements in the order of time, with the dates as the documents say them.",
        footer = {"", "Examples:", "  coalition timeline", "  coalition timeline Alibaba"})
final class TimelineCommand implements Callable<Integer> {
    private final Room room;

    @Parameters(arity = "0..*", paramLabel = "TOPIC", description = "A topic; without one, all documents.")
    List<String> topic = List.of();

    @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
    boolean json;

    @Option(names = "--in", paramLabel = "GLOB", description = "Look at these documents only.")
    List<String> in = List.of();

    TimelineCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        String wanted = String.join(" ", topic).strip();
        return new SummaryPrinter(room)
                .print(
                        json,
                        in,
                        (summaries, scope) ->
                                wanted.isEmpty() ? summaries.timeline(scope) : summaries.timeline(wanted, scope));
    }
}
