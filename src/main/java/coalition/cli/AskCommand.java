package coalition.cli;

import coalition.answer.Answerer;
import coalition.retrieval.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coalition ask}: answers one question, or one a line. */
@Command(
        name = "ask",
        description = "Answers a question from the documents, with citations.",
        footer = {
            "",
            "Examples:",
            "  coalition ask \"why did Kors leave?\"",
            "  coalition ask --json \"who is Lee Sporn?\"",
            "  coalition ask --in 'legal/**' \"when does the contract end?\"",
            "  coalition ask --stdin --json < questions.txt"
        })
final class AskCommand implements Callable<Integer> {
    private final Room room;

    @Parameters(
            arity = "0..*",
            paramLabel = "QUESTION",
            description = "The question; quotes around it may be left out.")
    List<String> words = List.of();

    @Option(names = "--json", description = "Answer with one JSON object a line (docs/json.md).")
    boolean json;

    @Option(names = "--stdin", description = "Read one question a line from standard input and answer each in order.")
    boolean stdin;

    @Option(
            names = "--in",
            paramLabel = "GLOB",
            description = "Answer from these documents only: 'legal/**', 'lease.pdf'.")
    List<String> in = List.of();

    AskCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        if (stdin && !words.isEmpty()) {
            throw new UsageException("a question was given both as words and by --stdin: leave one out");
        }
        if (!stdin && words.isEmpty()) {
            throw new UsageException("there is no question: coalition ask \"why did Kors leave?\", or --stdin to read"
                    + " questions from standard input");
        }
        try (Bot bot = room.bot()) {
            Answerer answerer = bot.answerer();
            Interview interview = new Interview(room.terminal(), answerer, json, new Scope(in, List.of()));
            if (!stdin) {
                interview.ask(String.join(" ", words));
                return interview.code();
            }
            String line;
            while ((line = room.terminal().in().readLine()) != null) {
                if (!line.isBlank()) {
                    interview.newThread();
                    interview.ask(line);
                }
            }
            return interview.code();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read standard input: " + e.getMessage(), e);
        }
    }
}
