package coalition.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code coalition who}: what is said of somebody. */
@Command(
        name = "who",
        description = "Shows what the documents say of a person or an organisation.",
        footer = {"", "Examples:", "  coalition who Lee Sporn", "  coalition who IACC --json"})
final class WhoCommand implements Callable<Integer> {
    @Mixin
    private final SummaryPrinter printer;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "A name; it need not be whole or spelt right.")
    List<String> name = List.of();

    WhoCommand(Room room) {
        printer = new SummaryPrinter(room);
    }

    @Override
    public Integer call() {
        String wanted = String.join(" ", name).strip();
        return printer.print((summaries, scope) -> summaries.who(wanted, scope));
    }
}
