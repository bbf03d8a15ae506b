package coalition.cli;

import coalition.retrieval.Scope;
import coalition.summary.Summaries;
import coalition.summary.Summary;
import coalition.summary.SummaryJson;
import java.util.List;
import java.util.function.BiFunction;

/** Makes a summary and prints it; what the five summary commands share. */
final class SummaryPrinter {
    private final Room room;

    SummaryPrinter(Room room) {
        this.room = room;
    }

    /** Prints what is made of the documents that these globs name, all where there are none. Returns the exit code. */
    int print(boolean json, List<String> in, BiFunction<Summaries, Scope, Summary> making) {
        try (Bot bot = room.bot()) {
            Summary summary = making.apply(bot.summaries(), new Scope(in, List.of()));
            Terminal terminal = room.terminal();
            terminal.out()
                    .print(json ? SummaryJson.line(summary) + "\n" : new SummaryText(terminal.paint()).of(summary));
            return 0;
        }
    }
}
