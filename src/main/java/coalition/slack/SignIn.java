package coalition.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.auth.AuthTestResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * As whom the bot is signed in.
 *
 * @param team the workspace's id
 * @param teamName its name
 * @param user the bot's user id
 * @param userName its name
 * @param bot its bot id; may be empty
 * @param scopes what it may do; empty where Slack did not say
 */
record SignIn(String team, String teamName, String user, String userName, String bot, Set<String> scopes) {
    /** Without these the bot cannot do its work. */
    static final List<String> NEEDED = List.of("app_mentions:read", "chat:write", "commands", "im:history");
    /** Without these it can do a little less. */
    static final List<String> WISHED = List.of("reactions:write");

    SignIn {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Asks Slack.
     *
     * @throws SlackStartException when Slack does not know the token or does not answer
     */
    static SignIn with(MethodsClient client, String apiUrl) {
        try {
            AuthTestResponse said = client.authTest(r -> r);
            if (!said.isOk()) {
                throw new SlackStartException(refused(said.getError()));
            }
            return new SignIn(
                    text(said.getTeamId()),
                    text(said.getTeam()),
                    text(said.getUserId()),
                    text(said.getUser()),
                    text(said.getBotId()),
                    scopes(said));
        } catch (SlackApiException e) {
            throw new SlackStartException("cannot sign in to Slack: " + apiUrl + " answered with HTTP "
                    + e.getResponse().code() + "; try again later, or check SLACK_API_URL");
        } catch (IOException | RuntimeException e) {
            if (e instanceof SlackStartException known) {
                throw known;
            }
            throw new SlackStartException("cannot sign in to Slack: no answer from " + apiUrl + " (" + e.getMessage()
                    + "); check the network, or SLACK_API_URL");
        }
    }

    private static String refused(String error) {
        return switch (error == null ? "" : error) {
            case "invalid_auth", "not_authed" ->
                "cannot sign in to Slack: the token in SLACK_BOT_TOKEN is not known to Slack"
                        + " (invalid_auth); copy the Bot User OAuth Token (xoxb-\u2026) from OAuth & Permissions again";
            case "account_inactive", "token_revoked" ->
                "cannot sign in to Slack: the token in SLACK_BOT_TOKEN was revoked (" + error
                        + "); install the app again and copy the new token";
            case "token_expired" ->
                "cannot sign in to Slack: the token in SLACK_BOT_TOKEN has expired; token rotation must be"
                        + " off for this app";
            default -> "cannot sign in to Slack: Slack says '" + error + "'; check SLACK_BOT_TOKEN";
        };
    }

    private static Set<String> scopes(AuthTestResponse said) {
        Set<String> scopes = new TreeSet<>();
        if (said.getHttpResponseHeaders() != null) {
            said.getHttpResponseHeaders().forEach((name, values) -> {
                if ("x-oauth-scopes".equalsIgnoreCase(name)) {
                    for (String value : values) {
                        for (String scope : value.split(",")) {
                            if (!scope.isBlank()) {
                                scopes.add(scope.strip());
                            }
                        }
                    }
                }
            });
        }
        return scopes;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** Scopes that are needed and were not given; empty where Slack did not say what was given. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!scopes.isEmpty()) {
            NEEDED.stream().filter(s -> !scopes.contains(s)).forEach(missing::add);
        }
        return missing;
    }

    boolean mayAssist() {
        return scopes.contains("assistant:write");
    }

    boolean mayReact() {
        return scopes.isEmpty() || scopes.contains("reactions:write");
    }

    boolean isMe(String userId, String botId) {
        return (!user.isEmpty() && user.equals(userId)) || (!bot.isEmpty() && bot.equals(botId));
    }
}
