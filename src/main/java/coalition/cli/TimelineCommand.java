package coalition.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coalition timeline}: dated statements in order. */
@Command(
        name = "timeline",
        description = "Shows dated statements in the order of time, with the dates as the documents say them.",
        footer = {"", "Examples:", "  coalition timeline", "  coalition timeline Alibaba"})
final class TimelineCommand implements Callable<Integer> {
    @Mixin
    private final SummaryPrinter printer;

    @Parameters(arity = "0..*", paramLabel = "TOPIC", description = "A topic; without one, all documents.")
    List<String> topic = List.of();

    TimelineCommand(Room room) {
        printer = new SummaryPrinter(room);
    }

    @Override
    public Integer call() {
        String wanted = String.join(" ", topic).strip();
        return printer.print(
                (summaries, scope) -> wanted.isEmpty() ? summaries.timeline(scope) : summaries.timeline(wanted, scope));
    }
}
