package coalition;

import coalition.slack.SlackSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@link SlackSettings} from the environment. */
final class SlackSettingsSource implements SettingsSource<SlackSettings> {
    private static final Setting BOT_TOKEN =
            Setting.secret("SLACK_BOT_TOKEN", "the bot's token, `xoxb-…`; without it Slack is off");
    private static final Setting APP_TOKEN =
            Setting.secret("SLACK_APP_TOKEN", "the app's token, `xapp-…`; opens Socket Mode");
    private static final Setting SIGNING_SECRET = Setting.secret(
            "SLACK_SIGNING_SECRET", "the app's signing secret; opens the HTTP door, `POST /slack/events`");
    private static final Setting API_URL =
            Setting.of("SLACK_API_URL", SlackSettings.SLACK_API, "base of Slack's Web API");
    private static final Setting HOST =
            Setting.of("COALITION_SLACK_HOST", "0.0.0.0", "the address the HTTP door listens on");
    private static final Setting PORT =
            Setting.of("COALITION_SLACK_PORT", "3000", "the HTTP door's port; `0` takes a free one");
    private static final Setting COMMAND = Setting.of(
            "COALITION_SLACK_COMMAND", "/coalition", "the name of the slash command, as the bot speaks of it");
    private static final Setting THREADS = Setting.of(
            "COALITION_SLACK_THREADS",
            "on",
            "whether questions in a thread the bot answered in are answered without a mention (needs `channels:history`)");
    private static final Setting SHARED =
            Setting.of("COALITION_SLACK_SHARED", "off", "whether it answers in channels shared with another company");
    private static final Setting WAITING = Setting.of(
            "COALITION_SLACK_WAITING",
            "100",
            "questions that wait in memory; more wait in the database, and their askers are told");
    private static final Setting WORKERS =
            Setting.of("COALITION_SLACK_WORKERS", "4", "questions from Slack answered at the same time");
    private static final Setting QUESTIONS = Setting.of(
            "COALITION_SLACK_QUESTIONS", "20", "questions one person may ask within `COALITION_SLACK_WINDOW`");
    private static final Setting WINDOW =
            Setting.of("COALITION_SLACK_WINDOW", "5m", "the time `COALITION_SLACK_QUESTIONS` counts over");
    private static final Setting PATIENCE = Setting.of(
            "COALITION_SLACK_PATIENCE", "2500ms", "how long an answer may take before its asker is told to wait");
    private static final Setting KEEP = Setting.of(
            "COALITION_KEEP_DAYS", "90", "days for which questions, answers, thread memory and feedback are kept");
    private static final Setting CHANNELS = Setting.of(
            "COALITION_SLACK_CHANNELS",
            "",
            "which documents a channel is answered from: `C123=legal/**,C456=press/*.md`; others: all");
    private static final Setting DIRECT_ONLY = Setting.of(
            "COALITION_SLACK_DIRECT_ONLY", "", "documents used in direct messages only: `private/**,board.pdf`");

    @Override
    public List<Setting> settings() {
        return List.of(
                BOT_TOKEN,
                APP_TOKEN,
                SIGNING_SECRET,
                API_URL,
                HOST,
                PORT,
                COMMAND,
                THREADS,
                SHARED,
                WAITING,
                WORKERS,
                QUESTIONS,
                WINDOW,
                PATIENCE,
                KEEP,
                CHANNELS,
                DIRECT_ONLY);
    }

    @Override
    public SlackSettings read(SettingsReader reader) {
        SlackSettings defaults = SlackSettings.of("", "", "");
        Map<String, List<String>> channels = channels(reader);
        return reader.build(
                () -> new SlackSettings(
                        reader.text(BOT_TOKEN),
                        reader.text(APP_TOKEN),
                        reader.text(SIGNING_SECRET),
                        reader.text(API_URL),
                        reader.text(HOST),
                        reader.integer(PORT, 0, 65_535),
                        reader.text(COMMAND),
                        reader.flag(THREADS),
                        reader.flag(SHARED),
                        reader.integer(WAITING, 1, 100_000),
                        reader.integer(WORKERS, 1, 64),
                        reader.integer(QUESTIONS, 1, 1_000_000),
                        reader.duration(WINDOW),
                        reader.duration(PATIENCE),
                        reader.integer(KEEP, 1, 36_500),
                        channels,
                        reader.list(DIRECT_ONLY)),
                defaults);
    }

    private static Map<String, List<String>> channels(SettingsReader reader) {
        Map<String, List<String>> channels = new HashMap<>();
        for (String pair : reader.list(CHANNELS)) {
            int is = pair.indexOf('=');
            if (is < 1 || is == pair.length() - 1) {
                reader.problem(CHANNELS.name() + ": '" + pair
                        + "' is not a channel's id, '=' and a pattern, as in C123=legal/**");
                continue;
            }
            channels.computeIfAbsent(pair.substring(0, is), c -> new ArrayList<>())
                    .add(pair.substring(is + 1));
        }
        return channels;
    }
}
