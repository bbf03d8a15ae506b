package coalition;

import coalition.answer.Answerer;
import coalition.answer.Suggestions;
import coalition.feedback.FeedbackLog;
import coalition.slack.Digests;
import coalition.slack.SlackFace;
import java.time.Clock;

/** Builds the Slack face of a bot. */
final class SlackDoor {
    private SlackDoor() {}

    /** The face, not started, with these answers and digests. */
    static SlackFace of(
            Settings settings, Answerer answerer, Digests digests, FeedbackLog feedback, Knowledge knowledge) {
        return new SlackFace(
                settings.slack(),
                answerer,
                digests,
                new Suggestions(knowledge.library())::starting,
                knowledge.library(),
                feedback,
                knowledge.database(),
                Clock.systemUTC(),
                settings.llm().on());
    }
}
