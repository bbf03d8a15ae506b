package coalition.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coalition summary}: the most telling sentences. */
@Command(
        name = "summary",
        description = "Shows the most telling sentences of the documents, or of what they say on a topic.",
        footer = {
            "",
            "Examples:",
            "  coalition summary",
            "  coalition summary \"the letter\"",
            "  coalition summary --json --in 'reports/**'"
        })
final class SummaryCommand implements Callable<Integer> {
    private final Room room;

    @Parameters(arity = "0..*", paramLabel = "TOPIC", description = "A topic; without one, all documents.")
    List<String> topic = List.of();

    @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
    boolean json;

    @Option(names = "--in", paramLabel = "GLOB", description = "Look at these documents only.")
    List<String> in = List.of();

    SummaryCommand(Room room) {
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
                                wanted.isEmpty() ? summaries.overview(scope) : summaries.overview(wanted, scope));
    }
}
