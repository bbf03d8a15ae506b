package coalition.cli;

import coalition.evaluation.Evaluation;
import coalition.evaluation.Papers;
import coalition.evaluation.QuestionSet;
import coalition.evaluation.QuestionSetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coalition eval}: runs a question set. */
@Command(
        name = "eval",
        description = "Asks the questions of a file and reports how many answers are right, wrong or missing.",
        footer = {
            "",
            "A line of the file: {\"question\": \"…\", \"answers\": [\"…\"], \"document\": \"a.md\"}; a document of null says",
            "that nothing answers it.",
            "",
            "Examples:",
            "  coalition eval questions.jsonl",
            "  coalition eval questions.jsonl --json",
        })
final class EvalCommand implements Callable<Integer> {
    private final Room room;

    @Parameters(paramLabel = "FILE", description = "JSON lines.")
    @Nullable
    Path file;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    boolean json;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Where the report is kept (default: reports in the data folder).")
    @Nullable
    Path folder;

    EvalCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        Path questions = Optional.ofNullable(file).orElseThrow(() -> new UsageException("there is no file"));
        if (!Files.isRegularFile(questions)) {
            throw new UsageException("there is no file '" + questions + "'");
        }
        QuestionSet set = read(questions);
        Terminal terminal = room.terminal();
        try (Bot bot = room.bot()) {
            AtomicInteger done = new AtomicInteger();
            Evaluation evaluation = new Evaluation(bot.examinee(), bot.library(), Clock.systemUTC(), System::nanoTime);
            Papers papers = new Papers(evaluation.run(set, trial -> {
                if (terminal.live()) {
                    terminal.err()
                            .print("\r\033[K" + done.incrementAndGet() + " of "
                                    + set.questions().size() + " questions");
                    terminal.err().flush();
                }
            }));
            if (terminal.live()) {
                terminal.err().print("\r\033[K");
            }
            Path reports = Optional.ofNullable(folder).orElse(bot.data().resolve("reports"));
            Path page = papers.write(reports, name(questions));
            terminal.out().println(json ? papers.json() : papers.markdown(name(questions) + ".svg"));
            terminal.say("the report is in '" + page + "'");
            return 0;
        }
    }

    private static QuestionSet read(Path questions) {
        try {
            return QuestionSet.read(questions);
        } catch (QuestionSetException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static String name(Path questions) {
        return String.valueOf(questions.getFileName()).replaceFirst("\\.[a-z]+$", "");
    }
}
