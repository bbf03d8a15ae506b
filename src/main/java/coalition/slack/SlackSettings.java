package coalition.slack;

import coalition.document.DocumentId;
import coalition.retrieval.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How the bot meets Slack. Secrets are empty where they are not set; {@link #toString()} never shows them.
 *
 * @param botToken {@code xoxb-…}; empty: Slack is off
 * @param appToken {@code xapp-…}; empty: no Socket Mode
 * @param signingSecret of the app; empty: no HTTP door
 * @param apiUrl base of Slack's Web API, ending in a slash
 * @param host address the HTTP door listens on
 * @param port port of the HTTP door, 0 for any free one
 * @param command name of the slash command with its slash
 * @param followThreads whether questions in threads it answered in are answered without a mention
 * @param sharedChannels whether questions from channels shared with another company are answered
 * @param waiting questions that may wait in memory; more wait in the database and are told so
 * @param workers questions answered at the same time
 * @param questionsPerAsker questions one person may ask within {@code askerWindow}
 * @param askerWindow the time {@code questionsPerAsker} counts over
 * @param patience how long an answer may take before the asker is told that it is being worked on
 * @param keepDays how long answered events and answers are kept
 * @param channelDocuments globs over document ids by channel id; channels not named: all documents
 * @param directOnlyDocuments globs over document ids that are never used outside of direct messages
 */
public record SlackSettings(
        String botToken,
        String appToken,
        String signingSecret,
        String apiUrl,
        String host,
        int port,
        String command,
        boolean followThreads,
        boolean sharedChannels,
        int waiting,
        int workers,
        int questionsPerAsker,
        Duration askerWindow,
        Duration patience,
        int keepDays,
        Map<String, List<String>> channelDocuments,
        List<String> directOnlyDocuments) {
    /** Slack's own Web API. */
    public static final String SLACK_API = "https://slack.com/api/";

    public SlackSettings {
        apiUrl = apiUrl.endsWith("/") ? apiUrl : apiUrl + "/";
        command = command.startsWith("/") ? command : "/" + command;
        channelDocuments = Map.copyOf(channelDocuments);
        directOnlyDocuments = List.copyOf(directOnlyDocuments);
        if (waiting < 1 || workers < 1 || questionsPerAsker < 1 || keepDays < 1) {
            throw new IllegalArgumentException("waiting, workers, questions per asker and days kept are at least 1");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("no port " + port);
        }
    }

    /** Settings with these secrets and the defaults of everything else. */
    public static SlackSettings of(String botToken, String appToken, String signingSecret) {
        return new SlackSettings(
                botToken,
                appToken,
                signingSecret,
                SLACK_API,
                "0.0.0.0",
                3000,
                "/coalition",
                true,
                false,
                100,
                4,
                20,
                Duration.ofMinutes(5),
                Duration.ofMillis(2_500),
                90,
                Map.of(),
                List.of());
    }

    /** The same with another base of the Web API. */
    public SlackSettings withApiUrl(String url) {
        return new SlackSettings(
                botToken,
                appToken,
                signingSecret,
                url,
                host,
                port,
                command,
                followThreads,
                sharedChannels,
                waiting,
                workers,
                questionsPerAsker,
                askerWindow,
                patience,
                keepDays,
                channelDocuments,
                directOnlyDocuments);
    }

    /** Whether there is a token to speak with and a door to hear through. */
    public boolean isOn() {
        return !botToken.isEmpty() && (hasSocket() || hasHttp());
    }

    boolean hasSocket() {
        return !appToken.isEmpty();
    }

    boolean hasHttp() {
        return !signingSecret.isEmpty();
    }

    boolean isSlackItself() {
        return apiUrl.equals(SLACK_API);
    }

    Scope scope(String channel, boolean direct) {
        List<String> patterns = channelDocuments.getOrDefault(channel, List.of());
        return new Scope(patterns, direct ? List.of() : directOnlyDocuments);
    }

    boolean mayShow(DocumentId document, String channel, boolean direct) {
        return scope(channel, direct).contains(document);
    }

    @Override
    public String toString() {
        return "SlackSettings[socket=" + hasSocket() + ", http=" + hasHttp() + ", apiUrl=" + apiUrl + "]";
    }
}
