package coalition;

import coalition.answer.AbstentionRules;
import coalition.answer.Abstentions;
import coalition.answer.AnswerLog;
import coalition.answer.AnswerPipeline;
import coalition.answer.Answerer;
import coalition.answer.Caution;
import coalition.answer.EvidenceSearch;
import coalition.answer.ExtractiveGenerator;
import coalition.answer.NeuralReader;
import coalition.answer.QuotationVerifier;
import coalition.answer.RandomIds;
import coalition.answer.Reader;
import coalition.answer.RecordingAnswerer;
import coalition.answer.SentenceRanker;
import coalition.answer.StandaloneQuestion;
import coalition.answer.Suggestions;
import coalition.cli.Bot;
import coalition.cli.Check;
import coalition.cli.ProgressLine;
import coalition.cli.Terminal;
import coalition.conversation.H2Conversations;
import coalition.document.Library;
import coalition.ingest.IngestReport;
import coalition.summary.Summaries;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the rooms together for one pair of folders; opens only what is asked for. */
final class Wiring implements Bot {
    private static final int PASSAGES_READ = 8;

    private final Settings settings;
    private final Path folder;
    private final Path data;
    private final Terminal terminal;
    private @Nullable Knowledge knowledge;
    private boolean current;

    Wiring(Settings settings, Path folder, Path data, Terminal terminal) {
        this.settings = settings;
        this.folder = folder;
        this.data = data;
        this.terminal = terminal;
    }

    @Override
    public Answerer answerer() {
        Knowledge knowing = current();
        Reader reader =
                knowing.models().reader().<Reader>map(NeuralReader::new).orElse((question, passages) -> List.of());
        AnswerPipeline pipeline = new AnswerPipeline(
                new H2Conversations(knowing.database()),
                new StandaloneQuestion(),
                AbstentionRules.standard(Caution.BALANCED),
                new EvidenceSearch(knowing.retriever(), reader, new SentenceRanker(knowing.index()), PASSAGES_READ),
                List.of(new ExtractiveGenerator()),
                new QuotationVerifier(),
                new Abstentions(knowing.library(), new Suggestions(knowing.library())),
                new RandomIds());
        return new RecordingAnswerer(pipeline, log(), System::nanoTime);
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
    public Library library() {
        return current().library();
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
    public List<Check> checks() {
        return new Checkup(settings, folder, data).run();
    }

    @Override
    public void serve() {
        new Serving(settings, terminal, knowledge(), this).run();
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
            open = Knowledge.open(settings, folder, data, models());
            knowledge = open;
        }
        return open;
    }

    private Path models() {
        String chosen = settings.folders().models();
        return chosen.isEmpty() ? data.resolve("models") : Path.of(chosen);
    }

    @Override
    public void close() {
        Knowledge open = knowledge;
        if (open != null) {
            open.close();
        }
    }
}
