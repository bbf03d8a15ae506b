package coalition.cli;

import coalition.feedback.EvaluationLines;
import coalition.feedback.Feedback;
import coalition.feedback.Source;
import coalition.feedback.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code coalition feedback}: what people said. */
@Command(
        name = "feedback",
        description = "Lists what people said of answers, newest first.",
        footer = {"", "Examples:", "  coalition feedback --days 7", "  coalition feedback --export > mine.jsonl"})
final class FeedbackCommand implements Callable<Integer> {
    private static final int MOST = 10_000;

    private final Room room;

    @Option(names = "--days", paramLabel = "N", description = "How many days back (default: 30).")
    int days = 30;

    @Option(names = "--export", description = "Print lines of a question set that 'coalition eval' runs.")
    boolean export;

    FeedbackCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        try (Bot bot = room.bot()) {
            Instant from = Instant.now().minus(Duration.ofDays(days));
            List<Feedback> said = bot.feedback().list(from, MOST);
            Terminal terminal = room.terminal();
            if (export) {
                EvaluationLines.of(said).forEach(line -> terminal.out().println(line));
                return 0;
            }
            if (said.isEmpty()) {
                terminal.say("nobody said anything in the last " + days + " days");
            }
            said.forEach(feedback -> terminal.out().print(text(feedback, terminal.paint())));
            return 0;
        }
    }

    private static String text(Feedback feedback, Paint paint) {
        String sign = feedback.verdict() == Verdict.HELPFUL ? Paint.green("+ ") : Paint.yellow("- ");
        StringBuilder text = new StringBuilder(paint.block(
                sign, "  ", Paint.bold(Paint.line(feedback.question())) + " " + Paint.dim(feedback.answer())));
        text.append(paint.block("  ", Paint.line(feedback.shown())));
        if (!feedback.sources().isEmpty()) {
            String sources =
                    feedback.sources().stream().map(Source::document).distinct().collect(Collectors.joining(", "));
            text.append(paint.block("  ", Paint.dim("from " + Paint.line(sources))));
        }
        for (String word : List.of(feedback.wrong(), feedback.comment(), feedback.passage())) {
            if (!word.isBlank()) {
                text.append(paint.block("  > ", "    ", Paint.line(word)));
            }
        }
        return text.append('\n').toString();
    }
}
