package coalition.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code coalition sources}: the documents. */
@Command(
        name = "sources",
        description = "Lists the documents, each with the words it begins with.",
        footer = {"", "Examples:", "  coalition sources", "  coalition sources --json"})
final class SourcesCommand implements Callable<Integer> {
    @Mixin
    private final SummaryPrinter printer;

    SourcesCommand(Room room) {
        printer = new SummaryPrinter(room);
    }

    @Override
    public Integer call() {
        return printer.print((summaries, scope) -> summaries.sources(scope));
    }
}
