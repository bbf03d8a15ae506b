package coalition;

import coalition.answer.AnswerLog;
import coalition.answer.Answerer;
import coalition.answer.ModelLog;
import coalition.answer.RecordingAnswerer;
import coalition.answer.Spend;
import coalition.cli.Bot;
import coalition.cli.Check;
import coalition.cli.ProgressLine;
import coalition.cli.Terminal;
import coalition.conversation.H2Conversations;
import coalition.conversation.InMemoryConversations;
import coalition.document.Library;
import coalition.feedback.FeedbackLog;
import coalition.feedback.StoredFeedbackLog;
import coalition.ingest.IngestReport;
import coalition.slack.Digests;
import coalition.slack.SlackFace;
import coalition.storage.Database;
import coalition.summary.Summaries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the rooms together for one pair of folders; opens only what is asked for. */
final class Wiring implements Bot {
    private final Settings settings;
    private final Path folder;
    private final Path data;
    private final Terminal terminal;
    private @Nullable Database database;
    private @Nullable Knowledge knowledge;
    private @Nullable Answering answering;
    private boolean current;

    Wiring(Settings settings, Path folder, Path data, Terminal terminal) {
        this.settings = settings;
        this.folder = folder;
        this.data = data;
        this.terminal = terminal;
    }

    @Override
    public Answerer answerer() {
        Answerer remembering =
                answering().answerer(new H2Conversations(current().database()));
        return new RecordingAnswerer(remembering, log(), System::nanoTime);
    }

    @Override
    public Answerer examinee() {
        current();
        return answering().answerer(new InMemoryConversations());
    }

    @Override
    public Answerer templateExaminee() {
        current();
        return answering().templateAnswerer(new InMemoryConversations());
    }

    @Override
    public Optional<Spend> spend() {
        return answering().spend();
    }

    @Override
    public ModelLog modelLog() {
        return new ModelLog(knowledge().database());
    }

    @Override
    public Summaries summaries() {
        Knowledge knowing = current();
        return new Summaries(knowing.library(), knowing.retriever(), knowing.vectors());
    }

    @Override
    public AnswerLog log() {
        return new AnswerLog(knowledge().database());
    }

    @Override
    public FeedbackLog feedback() {
        return new StoredFeedbackLog(knowledge().database());
    }

    @Override
    public Library library() {
        return current().library();
    }

    @Override
    public Path data() {
        return data;
    }

    @Override
    public IngestReport index() {
        try (ProgressLine progress = new ProgressLine(terminal)) {
            IngestReport report = knowledge().update(progress);
            current = true;
            return report;
        }
    }

    @Override
    public int forget(String person) {
        try (SlackFace face = SlackDoor.of(settings, answerer(), Digests.of(summaries()), database())) {
            return new Forgetting(current().database()).person(person, face);
        }
    }

    @Override
    public List<Check> checks() {
        return new Checkup(settings, folder, data).run();
    }

    @Override
    public void serve() {
        new Serving(settings, terminal, database(), this::knowledge, this)
                .run(() -> answering().destination());
    }

    /** What is known, after what changed in the folder was read. */
    private Knowledge current() {
        if (!current) {
            IngestReport report = index();
            if (report.changedAnything()) {
                terminal.err().println(Announcement.of(report));
            }
        }
        return knowledge();
    }

    private Knowledge knowledge() {
        Knowledge open = knowledge;
        if (open == null) {
            String chosen = settings.folders().models();
            open = Knowledge.open(
                    database(), folder, data, chosen.isEmpty() ? data.resolve("models") : Path.of(chosen));
            knowledge = open;
        }
        return open;
    }

    private Database database() {
        Database open = database;
        if (open == null) {
            open = Knowledge.database(settings, data);
            database = open;
        }
        return open;
    }

    private Answering answering() {
        Answering there = answering;
        if (there == null) {
            there = new Answering(settings, knowledge());
            answering = there;
        }
        return there;
    }

    @Override
    public void close() {
        Answering there = answering;
        answering = null;
        if (there != null) {
            there.close();
        }
        Knowledge open = knowledge;
        knowledge = null;
        Database beside = database;
        database = null;
        if (open != null) {
            open.close();
        } else if (beside != null) {
            beside.close();
        }
    }
}
