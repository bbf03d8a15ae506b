package coalition;

import coalition.answer.LanguageModels;
import coalition.answer.Spend;
import coalition.cli.Check;
import coalition.ingest.IndexedLibrary;
import coalition.slack.SlackCheck;
import coalition.slack.SlackDoctor;
import coalition.storage.Database;
import coalition.storage.Integrity;
import coalition.storage.StorageException;
import coalition.vectorstore.H2EmbeddingStore;
import coalition.vectorstore.StoreCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What {@code doctor} looks at. Opens the data folder only where there is one. */
final class Checkup {
    private static final long LITTLE_ROOM = 200_000_000;

    private final Settings settings;
    private final Path folder;
    private final Path data;
    private final List<Check> checks = new ArrayList<>();

    Checkup(Settings settings, Path folder, Path data) {
        this.settings = settings;
        this.folder = folder;
        this.data = data;
    }

    List<Check> run() {
        checks.add(Check.good("settings", "understood; " + Settings.all().size() + " can be set (docs/settings.md)"));
        checks.add(Check.good(
                "java",
                System.getProperty("java.version") + ", " + Runtime.getRuntime().availableProcessors()
                        + " cores, at most " + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB"));
        lookAtFolder();
        lookAtData();
        checks.add(
                settings.web().on()
                        ? Check.good(
                                "page",
                                "'serve' opens it on port " + settings.web().port())
                        : Check.off("page", "off (COALITION_WEB=off)"));
        lookAtSlack();
        return checks;
    }

    private void lookAtSlack() {
        if (settings.slack().botToken().isEmpty()) {
            checks.add(Check.off("Slack", "off (no SLACK_BOT_TOKEN)"));
            return;
        }
        for (SlackCheck check : new SlackDoctor(settings.slack(), Clock.systemUTC()).examine()) {
            checks.add(
                    check.good()
                            ? Check.good(check.subject(), check.finding())
                            : Check.wrong(check.subject(), check.finding()));
        }
    }

    private void lookAtFolder() {
        try (Stream<Path> files = Files.walk(folder)) {
            long number = files.filter(Files::isRegularFile).count();
            checks.add(
                    number > 0
                            ? Check.good("documents", number + " files in '" + folder + "'")
                            : Check.wrong("documents", "'" + folder + "' is empty: put documents into it"));
        } catch (IOException | java.io.UncheckedIOException e) {
            checks.add(Check.wrong("documents", "cannot read '" + folder + "': " + e.getMessage()));
        }
    }

    private void lookAtData() {
        if (!Files.isDirectory(data)) {
            checks.add(Check.off("database", "not made yet: the first question makes '" + data + "'"));
            return;
        }
        try {
            long room = Files.getFileStore(data).getUsableSpace();
            checks.add(
                    room >= LITTLE_ROOM
                            ? Check.good("disk", room / 1_000_000 + " MB free")
                            : Check.wrong(
                                    "disk",
                                    "only " + room / 1_000_000 + " MB free where '" + data + "' is: make room"));
        } catch (IOException e) {
            checks.add(Check.wrong("disk", "cannot see how much room is left: " + e.getMessage()));
        }
        try (Database database = Database.open(data, settings.storage(), Knowledge.MIGRATIONS)) {
            Integrity found = database.check();
            if (found.problems().isEmpty()) {
                checks.add(Check.good("database", found.rows() + " rows in " + found.tables() + " tables, all read"));
            } else {
                found.problems().forEach(problem -> checks.add(Check.wrong("database", problem)));
            }
            lookAtIndex(database);
            lookAtModels(database);
            SlackCheck delivery = SlackDoctor.delivery(database);
            checks.add(
                    delivery.good()
                            ? Check.good(delivery.subject(), delivery.finding())
                            : Check.wrong(delivery.subject(), delivery.finding()));
        } catch (StorageException e) {
            checks.add(Check.wrong("database", String.valueOf(e.getMessage())));
        }
    }

    private void lookAtModels(Database database) {
        if (!settings.llm().on()) {
            checks.add(Check.off("model", "no language model is set: the template answers"));
            return;
        }
        try (LanguageModels models = LanguageModels.of(settings.llm(), database, Clock.systemUTC())) {
            for (LanguageModels.Probe probe : models.probe()) {
                String told = probe.model() + " answered in " + probe.took().toMillis() + " ms, "
                        + (probe.priced() ? "for " + money(probe.cost()) : "at a price not set (COALITION_LLM_PRICES)");
                checks.add(probe.fault().isEmpty() ? Check.good("model", told) : Check.wrong("model", probe.fault()));
            }
            checks.add(Check.good("spent today", spent(models.spend())));
        }
    }

    private static String spent(Spend spend) {
        List<Spend.Entry> today = spend.last(1);
        long calls = today.stream().mapToLong(Spend.Entry::calls).sum();
        long sent = today.stream().mapToLong(Spend.Entry::inputTokens).sum();
        long written = today.stream().mapToLong(Spend.Entry::outputTokens).sum();
        return money(spend.today()) + " for " + calls + (calls == 1 ? " call, " : " calls, ") + sent
                + " tokens sent and " + written + " written";
    }

    private static String money(double cost) {
        return String.format(Locale.ROOT, "%.6f", cost);
    }

    private void lookAtIndex(Database database) {
        long expected = new IndexedLibrary(database)
                .cards().stream().mapToLong(card -> card.chunks()).sum();
        try (H2EmbeddingStore store = H2EmbeddingStore.open(data.resolve("index"))) {
            StoreCheck check = store.check();
            if (!check.isSound()) {
                checks.add(Check.wrong(
                        "index",
                        check.faults().getFirst() + ": remove '" + data.resolve("index") + "', it is made again"));
            } else if (check.entries() != expected) {
                checks.add(Check.wrong(
                        "index",
                        check.entries() + " chunks, the database has " + expected
                                + ": run 'coalition index', which puts it right"));
            } else {
                checks.add(Check.good("index", expected + " chunks, each one read"));
            }
        } catch (RuntimeException e) {
            checks.add(Check.wrong(
                    "index", e.getMessage() + ": remove '" + data.resolve("index") + "', it is made again"));
        }
    }
}
