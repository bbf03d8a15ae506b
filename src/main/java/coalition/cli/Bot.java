package coalition.cli;

import coalition.answer.AnswerLog;
import coalition.answer.Answerer;
import coalition.answer.ModelLog;
import coalition.answer.Spend;
import coalition.document.Library;
import coalition.feedback.FeedbackLog;
import coalition.ingest.IngestReport;
import coalition.summary.Summaries;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What commands work with. Each part is opened when it is first asked for, so that a command waits for nothing it does not
 * need. For one thread, until closed.
 */
public interface Bot extends AutoCloseable {
    /** Answers from the folder as it is now: what changed since last time is read first. */
    Answerer answerer();

    /** The same without memory of threads between starts, and without keeping the answers: for being examined. */
    Answerer examinee();

    /** The same without any language model, to be compared with. */
    Answerer templateExaminee();

    /** What language models cost; empty where none is set. */
    Optional<Spend> spend();

    /** What language models were asked and what became of it. */
    ModelLog modelLog();

    /** The documents of the folder as it is now. */
    Library library();

    /** Summaries of the folder as it is now. */
    Summaries summaries();

    /** The answers given so far. */
    AnswerLog log();

    /** What people said of answers. */
    FeedbackLog feedback();

    /** The folder of the database and the index. */
    Path data();

    /** Removes what this person asked in Slack, was told there and said of it; how many things it was. */
    int forget(String person);

    /** Reads what is new or changed in the folder. */
    IngestReport index();

    /** What there is to say of settings, database, index, model and Slack, in that order; opens nothing that is not there. */
    List<Check> checks();

    /** Opens the doors that the settings ask for, says which, and returns when the process is told to end. */
    void serve();

    /** Lets go of what was opened; a second time does nothing. */
    @Override
    void close();

    /** Opens bots. */
    @FunctionalInterface
    interface Source {
        /**
         * A bot for these folders.
         *
         * @throws UsageException when a folder is not there
         */
        Bot open(Folders folders, Terminal terminal);
    }
}
