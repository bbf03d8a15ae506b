package coalition.cli;

import coalition.retrieval.Scope;
import coalition.summary.Summaries;
import coalition.summary.Summary;
import coalition.summary.SummaryJson;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;

/** Makes a summary and prints it: the options and the work that the five summary commands share. */
final class SummaryPrinter {
    private final Room room;

    @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
    boolean json;

    @Option(names = "--in", paramLabel = "GLOB", description = "Look at these documents only.")
    List<String> in = List.of();

    SummaryPrinter(Room room) {
        this.room = room;
    }

    /** Prints what is made of the documents that the globs name, all where there are none. Returns the exit code. */
    int print(BiFunction<Summaries, Scope, Summary> making) {
        try (Bot bot = room.bot()) {
            Summary summary = making.apply(bot.summaries(), new Scope(in, List.of()));
            Terminal terminal = room.terminal();
            terminal.out()
                    .print(json ? SummaryJson.line(summary) + "\n" : new SummaryText(terminal.paint()).of(summary));
            return 0;
        }
    }
}
