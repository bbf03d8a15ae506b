package coalition.cli;

import coalition.answer.LoggedAnswer;
import coalition.answer.ModelLog;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coalition log}: the last answers. */
@Command(
        name = "log",
        description = "Lists the last questions, newest first: what came of each, how sure, how fast.",
        footer = {
            "",
            "Examples:",
            "  coalition log",
            "  coalition log --limit 100 --passages",
            "  coalition log --llm --limit 1",
            "  coalition log --json"
        })
final class LogCommand implements Callable<Integer> {
    private final Room room;

    @Option(names = "--json", description = "Print the answers as they were given, one JSON object a line.")
    boolean json;

    @Option(names = "--limit", paramLabel = "N", description = "How many (default: 20).")
    int limit = 20;

    @Option(names = "--passages", description = "Also print the passages that were read, with their scores.")
    boolean passages;

    @Option(
            names = "--llm",
            description =
                    "List the calls to language models instead: question, passages, draft, what became of each sentence and"
                            + " why, tokens, cost, time.")
    boolean llm;

    LogCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new UsageException("--limit must be 1 or more, not " + limit);
        }
        try (Bot bot = room.bot()) {
            if (llm) {
                return calls(bot.modelLog().last(limit));
            }
            List<LoggedAnswer> answers = bot.log().recent(limit);
            if (answers.isEmpty()) {
                room.terminal().say("nothing was asked yet");
            }
            answers.forEach(this::print);
            return 0;
        }
    }

    private int calls(List<ModelLog.Entry> entries) {
        Terminal terminal = room.terminal();
        if (entries.isEmpty()) {
            terminal.say("no language model was asked yet");
        }
        for (ModelLog.Entry entry : entries) {
            if (json) {
                terminal.out().println(ModelCallText.json(entry));
            } else {
                new ModelCallText(entry)
                        .lines()
                        .forEach(line -> terminal.out().println(terminal.paint().show(line)));
            }
        }
        return 0;
    }

    private void print(LoggedAnswer answer) {
        Terminal terminal = room.terminal();
        if (json) {
            terminal.out().println(answer.json());
            return;
        }
        Paint paint = terminal.paint();
        String outcome = answer.reason().isEmpty()
                ? Paint.green(Math.round(answer.confidence() * 100) + " %")
                : Paint.yellow(
                        answer.reason() + (answer.rule().isEmpty() ? "" : " (" + Paint.line(answer.rule()) + ")"));
        terminal.out()
                .println(paint.show(String.format(
                        Locale.ROOT,
                        "%s  %s  %s  %s  %d ms  %s",
                        answer.at().toString().substring(0, 19).replace('T', ' '),
                        Paint.dim(answer.id()),
                        outcome,
                        answer.mode(),
                        answer.millis(),
                        Paint.line(answer.question()))));
        if (passages) {
            answer.passages()
                    .forEach(passage -> terminal.out().println(paint.show("      " + Paint.dim(Paint.line(passage)))));
        }
    }
}
