package coalition;

import coalition.cli.Bot;
import coalition.document.DocumentCard;
import coalition.document.Library;
import coalition.retrieval.Scope;
import coalition.slack.Digests;
import coalition.slack.SlackFace;
import coalition.storage.Database;
import java.time.Clock;
import java.util.List;

/** The Slack face of a bot, built where it is needed. */
final class SlackDoor {
    private final Settings settings;
    private final Bot bot;
    private final Database database;

    SlackDoor(Settings settings, Bot bot, Database database) {
        this.settings = settings;
        this.bot = bot;
        this.database = database;
    }

    /** The face, not started. */
    SlackFace face() {
        Library library = bot.library();
        return new SlackFace(
                settings.slack(),
                bot.answerer(),
                Digests.of(bot.summaries()),
                (scope, limit) -> prompts(library, scope, limit),
                library,
                bot.feedback(),
                database,
                Clock.systemUTC());
    }

    /** Removes what a person asked, was told and said; how many things it was. */
    int forget(String person) {
        try (SlackFace face = face()) {
            return face.forget(person);
        }
    }

    private static List<String> prompts(Library library, Scope scope, int limit) {
        return library.cards().stream()
                .filter(card -> scope.contains(card.id()))
                .map(DocumentCard::title)
                .distinct()
                .limit(limit)
                .map(title -> "What do the documents say about " + title + "?")
                .toList();
    }
}
