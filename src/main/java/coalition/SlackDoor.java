package coalition;

import coalition.answer.Answerer;
import coalition.answer.Suggestions;
import coalition.document.Library;
import coalition.feedback.StoredFeedbackLog;
import coalition.ingest.IndexedLibrary;
import coalition.slack.Digests;
import coalition.slack.SlackFace;
import coalition.storage.Database;
import java.time.Clock;

/** Builds the Slack face of a bot. */
final class SlackDoor {
    private SlackDoor() {}

    /** The face, not started, with these answers and digests; it needs the database alone. */
    static SlackFace of(Settings settings, Answerer answerer, Digests digests, Database database) {
        Library library = new IndexedLibrary(database);
        return new SlackFace(
                settings.slack(),
                answerer,
                digests,
                new Suggestions(library)::starting,
                library,
                new StoredFeedbackLog(database),
                database,
                Clock.systemUTC(),
                settings.llm().on());
    }
}
