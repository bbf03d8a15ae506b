package coalition.cli;

import coalition.retrieval.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coalition chat}: questions that follow one another. */
@Command(
        name = "chat",
        description =
                "Answers questions that follow one another: \"Who is Lee Sporn?\" - \"What did he call Alibaba?\"",
        footer = {
            "",
            "An empty line begins a new subject; 'quit' or Ctrl-D ends.",
            "",
            "Examples:",
            "  coalition chat",
            "  printf 'Who is Lee Sporn?\\nWhat did he call Alibaba?\\n' | coalition chat --json"
        })
final class ChatCommand implements Callable<Integer> {
    private static final Set<String> FAREWELLS = Set.of("quit", "exit", ":q");

    private final Room room;

    @Option(
            names = "--json",
            description = "Answer each line with one JSON object (docs/json.md); an empty line starts a new thread.")
    boolean json;

    @Option(names = "--in", paramLabel = "GLOB", description = "Answer from these documents only.")
    List<String> in = List.of();

    ChatCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        try (Bot bot = room.bot()) {
            Interview interview = new Interview(room.terminal(), bot.answerer(), json, new Scope(in, List.of()));
            if (room.terminal().typed() && !json) {
                room.terminal().say("Ask away. An empty line begins a new subject, 'quit' ends.");
            }
            String line;
            while ((line = next()) != null) {
                if (line.isBlank()) {
                    interview.newThread();
                } else if (!json && FAREWELLS.contains(line.strip().toLowerCase(Locale.ROOT))) {
                    break;
                } else {
                    interview.ask(line);
                }
            }
            return interview.code();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read standard input: " + e.getMessage(), e);
        }
    }

    @org.jspecify.annotations.Nullable
    private String next() throws IOException {
        if (room.terminal().typed() && !json) {
            room.terminal().err().print("\n› ");
            room.terminal().err().flush();
        }
        return room.terminal().in().readLine();
    }
}
