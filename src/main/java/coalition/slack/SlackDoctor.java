package coalition.slack;

import coalition.storage.Database;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.apps.connections.AppsConnectionsOpenResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Request;
import okhttp3.Response;

/** Looks at Slack from outside of a running bot: tokens, scopes, socket, delivery, clock. */
public final class SlackDoctor {
    private static final Duration CLOCK_MAY_DIFFER = Duration.ofSeconds(60);

    private final SlackSettings settings;
    private final Clock clock;

    public SlackDoctor(SlackSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One line a finding on doors, tokens, scopes, socket and clock; empty where Slack is off.
     */
    public List<SlackCheck> examine() {
        List<SlackCheck> checks = new ArrayList<>();
        if (settings.botToken().isEmpty()) {
            return checks;
        }
        if (!settings.isOn()) {
            checks.add(new SlackCheck(
                    "Slack doors",
                    false,
                    "there is a bot token and no door: set SLACK_APP_TOKEN for Socket"
                            + " Mode, or SLACK_SIGNING_SECRET for HTTP"));
        }
        QuietLogs.floor();
        try {
            Connected connected = Connected.with(settings);
            Slack slack = connected.slack();
            try {
                SignIn signIn = connected.signIn();
                checks.add(new SlackCheck(
                        "Slack token", true, "signed in to " + signIn.teamName() + " as @" + signIn.userName()));
                checks.add(scopes(signIn));
                if (settings.hasSocket()) {
                    checks.add(socket(slack.methods(settings.appToken()).appsConnectionsOpen(r -> r)));
                }
                checks.add(clock());
            } finally {
                slack.close();
            }
        } catch (SlackStartException e) {
            checks.add(new SlackCheck("Slack token", false, String.valueOf(e.getMessage())));
        } catch (SlackApiException e) {
            checks.add(new SlackCheck(
                    "Slack socket", false, "HTTP " + e.getResponse().code() + "; try again in a minute"));
        } catch (Exception e) {
            checks.add(new SlackCheck("Slack", false, "no answer: " + e.getMessage()));
        }
        return checks;
    }

    private static SlackCheck scopes(SignIn signIn) {
        if (signIn.scopes().isEmpty()) {
            return new SlackCheck("Slack scopes", true, "Slack did not say which are granted");
        }
        List<String> missing = signIn.missing();
        return missing.isEmpty()
                ? new SlackCheck("Slack scopes", true, "all that are needed")
                : new SlackCheck(
                        "Slack scopes",
                        false,
                        String.join(", ", missing)
                                + " lack: add them under OAuth & Permissions and install the app again");
    }

    private static SlackCheck socket(AppsConnectionsOpenResponse said) {
        return said.isOk()
                ? new SlackCheck("Slack socket", true, "Socket Mode may be opened")
                : new SlackCheck(
                        "Slack socket",
                        false,
                        "apps.connections.open says '" + said.getError()
                                + "': check SLACK_APP_TOKEN (xapp-\u2026, scope connections:write) and that Socket Mode is on");
    }

    private SlackCheck clock() throws IOException {
        Request request =
                new Request.Builder().url(settings.apiUrl() + "api.test").build();
        okhttp3.OkHttpClient client = new okhttp3.OkHttpClient();
        try (Response response = client.newCall(request).execute()) {
            String date = response.header("Date");
            if (date == null) {
                return new SlackCheck("clock", true, "Slack did not say what time it is");
            }
            Duration apart = Duration.between(
                            ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant(),
                            clock.instant())
                    .abs();
            return apart.compareTo(CLOCK_MAY_DIFFER) <= 0
                    ? new SlackCheck("clock", true, "within " + (apart.toSeconds() + 1) + " s of Slack's")
                    : new SlackCheck(
                            "clock",
                            false,
                            apart.toSeconds()
                                    + " s away from Slack's: beyond five minutes every request over HTTP is refused; set the clock by NTP");
        } catch (DateTimeException e) {
            return new SlackCheck("clock", true, "Slack did not say what time it is");
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }

    /** Whether Slack took every reply, by what this database remembers. */
    public static SlackCheck delivery(Database database) {
        return delivery(new SlackLedger(database, Clock.systemUTC()));
    }

    static SlackCheck delivery(SlackLedger ledger) {
        List<SlackLedger.Entry> lost = ledger.undelivered(5);
        if (lost.isEmpty()) {
            return new SlackCheck("Slack delivery", true, "every reply was taken");
        }
        StringBuilder finding = new StringBuilder("Slack did not take the last replies:");
        for (SlackLedger.Entry entry : lost) {
            finding.append(" in ")
                    .append(entry.inquiry().channel())
                    .append(" (")
                    .append(entry.problem())
                    .append(");");
        }
        return new SlackCheck("Slack delivery", false, finding + " see docs/slack.md for each cause");
    }
}
