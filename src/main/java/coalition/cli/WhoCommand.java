package coalition.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coalition who}: what is said of somebody. */
@Command(
        name = "who",
        description = "Shows what the documents say of a person or an organisation.",
        footer = {"", "Examples:", "  coalition who Lee Sporn", "  coalition who IACC --json"})
final class WhoCommand implements Callable<Integer> {
    private final Room room;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "A name; it need not be whole or spelt right.")
    List<String> name = List.of();

    @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
    boolean json;

    @Option(names = "--in", paramLabel = "GLOB", description = "Look at these documents only.")
    List<String> in = List.of();

    WhoCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        String wanted = String.join(" ", name).strip();
        return new SummaryPrinter(room).print(json, in, (summaries, scope) -> summaries.who(wanted, scope));
    }
}
