package coalition.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Mixin
    private final SummaryPrinter printer;

    @Parameters(arity = "0..*", paramLabel = "TOPIC", description = "A topic; without one, all documents.")
    List<String> topic = List.of();

    SummaryCommand(Room room) {
        printer = new SummaryPrinter(room);
    }

    @Override
    public Integer call() {
        String wanted = String.join(" ", topic).strip();
        return printer.print(
                (summaries, scope) -> wanted.isEmpty() ? summaries.overview(scope) : summaries.overview(wanted, scope));
    }
}
