package coalition.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coalition sources}: the documents. */
@Command(
        name = "sources",
        description = "Lists the documents, each with the words it begins with.",
        footer = {"", "Examples:", "  coalition sources", "  coalition sources --json"})
final class SourcesCommand implements Callable<Integer> {
    private final Room room;

    @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
    boolean json;

    @Option(names = "--in", paramLabel = "GLOB", description = "Look at these documents only.")
    List<String> in = List.of();

    SourcesCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        return new SummaryPrinter(room).print(json, in, (summaries, scope) -> summaries.sources(scope));
    }
}
