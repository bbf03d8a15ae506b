package coalition.cli;

import coalition.document.DocumentId;
import coalition.ingest.IngestReport;
import coalition.ingest.Renamed;
import coalition.ingest.Skipped;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code coalition index}: reads the folder. */
@Command(
        name = "index",
        description = "Reads what is new or changed in the folder of documents and says what was skipped and why.",
        footer = {
            "",
            "'ask' and the others do the same before they answer; this shows what came of it.",
            "",
            "Examples:",
            "  coalition index",
            "  coalition --knowledge ~/contracts index"
        })
final class IndexCommand implements Callable<Integer> {
    private final Room room;

    IndexCommand(Room room) {
        this.room = room;
    }

    @Override
    public Integer call() {
        try (Bot bot = room.bot()) {
            IngestReport report = bot.index();
            for (DocumentId id : report.added()) {
                line(Paint.green("+"), "added", id.value());
            }
            for (DocumentId id : report.changed()) {
                line(Paint.cyan("~"), "changed", id.value());
            }
            for (Renamed renamed : report.renamed()) {
                line(Paint.cyan(">"), "renamed", renamed.from() + " to " + renamed.to());
            }
            for (DocumentId id : report.removed()) {
                line(Paint.yellow("-"), "removed", id.value());
            }
            for (Skipped skipped : report.skipped()) {
                line(Paint.yellow("!"), "skipped", skipped.line());
            }
            summarise(report);
            return 0;
        }
    }

    private void line(String sign, String what, String which) {
        Paint paint = room.terminal().paint();
        room.terminal().out().println(paint.show(sign + " " + what + "  " + Paint.line(which)));
    }

    private void summarise(IngestReport report) {
        room.terminal()
                .out()
                .println(String.format(
                        Locale.ROOT,
                        "%d documents, %d chunks: %d added, %d changed, %d renamed, %d removed, %d unchanged, %d skipped, in %.1f s",
                        report.documents(),
                        report.chunks(),
                        report.added().size(),
                        report.changed().size(),
                        report.renamed().size(),
                        report.removed().size(),
                        report.unchanged(),
                        report.skipped().size(),
                        report.took().toMillis() / 1000.0));
    }
}
