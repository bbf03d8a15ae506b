package coalition.cli;

import coalition.answer.Answerer;
import coalition.answer.Spend;
import coalition.evaluation.Evaluation;
import coalition.evaluation.Papers;
import coalition.evaluation.QuestionSet;
import coalition.evaluation.QuestionSetException;
import coalition.evaluation.Report;
import coalition.evaluation.SideBySide;
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
            "  coalition eval questions.jsonl --llm",
        })
final class EvalCommand implements Callable<Integer> {
    private final Room room;

    @Parameters(paramLabel = "FILE", description = "JSON lines.")
    @Nullable
    Path file;

    @Option(names = "--json", description = "Print the report as one JSON object.")
    boolean json;

    @Option(
            names = "--llm",
            description = "Ask each question of the template and of the language model, and compare them.")
    boolean llm;

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
        try (Bot bot = room.bot()) {
            Path reports = Optional.ofNullable(folder).orElse(bot.data().resolve("reports"));
            Path page =
                    llm ? compared(bot, set, reports, name(questions)) : examined(bot, set, reports, name(questions));
            room.terminal().say("the report is in '" + page + "'");
            return 0;
        }
    }

    private Path examined(Bot bot, QuestionSet set, Path reports, String name) {
        Papers papers = new Papers(run(bot, bot.examinee(), set, ""));
        Path page = papers.write(reports, name);
        room.terminal().out().println(json ? papers.json() : papers.markdown(name + ".svg"));
        return page;
    }

    private Path compared(Bot bot, QuestionSet set, Path reports, String name) {
        Spend spend = bot.spend()
                .orElseThrow(
                        () -> new UsageException("--llm compares the template with a language model, and none is set:"
                                + " set COALITION_LLM (docs/llm.md)"));
        Report template = run(bot, bot.templateExaminee(), set, " of the template");
        Spend.Totals before = spend.totals();
        Report model = run(bot, bot.examinee(), set, " of the model");
        SideBySide both = new SideBySide(template, model, spend.totals().since(before));
        Path page = both.write(reports, name + "-llm");
        room.terminal().out().println(json ? both.json() : both.markdown());
        return page;
    }

    private Report run(Bot bot, Answerer answerer, QuestionSet set, String whose) {
        Terminal terminal = room.terminal();
        AtomicInteger done = new AtomicInteger();
        Evaluation evaluation = new Evaluation(answerer, bot.library(), Clock.systemUTC(), System::nanoTime);
        Report report = evaluation.run(set, trial -> {
            if (terminal.live()) {
                terminal.err()
                        .print("\r\033[K" + done.incrementAndGet() + " of "
                                + set.questions().size() + " questions" + whose);
                terminal.err().flush();
            }
        });
        if (terminal.live()) {
            terminal.err().print("\r\033[K");
        }
        return report;
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
