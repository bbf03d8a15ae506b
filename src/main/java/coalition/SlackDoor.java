package coalition;

import coalition.answer.Suggestions;
import coalition.cli.Bot;
import coalition.slack.Digests;
import coalition.slack.SlackFace;
import java.time.Clock;

/** Builds the Slack face of a bot. */
final class SlackDoor {
    private SlackDoor() {}

    /** The face, not started. */
    static SlackFace of(Settings settings, Bot bot, Knowledge knowledge) {
        return new SlackFace(
                settings.slack(),
                bot.answerer(),
                Digests.of(bot.summaries()),
                new Suggestions(knowledge.library())::starting,
                knowledge.library(),
                bot.feedback(),
                knowledge.database(),
                Clock.systemUTC(),
                settings.llm().on());
    }
}
