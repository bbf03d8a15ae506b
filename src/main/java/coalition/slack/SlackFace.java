package coalition.slack;

import coalition.answer.Answerer;
import coalition.answer.Question;
import coalition.document.Library;
import coalition.feedback.FeedbackLog;
import coalition.storage.Database;
import coalition.storage.Migration;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.methods.MethodsClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bot in Slack. {@link #start()} once, {@link #close()} once; what was asked and not answered goes on at the next start. */
public final class SlackFace implements AutoCloseable {
    /** The steps of the schema this face needs, besides those of feedback. */
    public static final List<Migration> MIGRATIONS = concat(SlackLedger.MIGRATIONS, ShownAnswers.MIGRATIONS);

    private static final Logger LOG = LoggerFactory.getLogger(SlackFace.class);
    private static final Duration TO_OPEN = Duration.ofSeconds(15);
    private static final Duration BETWEEN_SOCKETS = Duration.ofSeconds(10);

    private final SlackSettings settings;
    private final Answerer answerer;
    private final Digests digests;
    private final Prompts prompts;
    private final Library library;
    private final FeedbackLog feedback;
    private final SlackLedger ledger;
    private final FollowedThreads followed;
    private final ShownAnswers shown;
    private final Clock clock;
    private final boolean streams;
    private final Duration betweenSockets;
    private final List<String> lines = new ArrayList<>();
    private @Nullable Slack slack;
    private @Nullable SlackGateway gateway;
    private @Nullable Desk desk;
    private @Nullable Intake intake;
    private @Nullable SocketDoor socket;
    private @Nullable HttpDoor http;

    /** @param streams whether answers take so long, as with a model, that in direct messages they are shown while they grow */
    public SlackFace(
            SlackSettings settings,
            Answerer answerer,
            Digests digests,
            Prompts prompts,
            Library library,
            FeedbackLog feedback,
            Database database,
            Clock clock,
            boolean streams) {
        this(settings, answerer, digests, prompts, library, feedback, database, clock, streams, BETWEEN_SOCKETS);
    }

    SlackFace(
            SlackSettings settings,
            Answerer answerer,
            Digests digests,
            Prompts prompts,
            Library library,
            FeedbackLog feedback,
            Database database,
            Clock clock,
            boolean streams,
            Duration betweenSockets) {
        this.settings = settings;
        this.answerer = answerer;
        this.digests = digests;
        this.prompts = prompts;
        this.library = library;
        this.feedback = feedback;
        this.ledger = new SlackLedger(database, clock);
        this.followed = new FollowedThreads(database);
        this.shown = new ShownAnswers(database, clock);
        this.clock = clock;
        this.streams = streams;
        this.betweenSockets = betweenSockets;
    }

    /**
     * Signs in and opens the doors there are tokens for.
     *
     * @throws SlackStartException with one sentence, when Slack refuses or a door does not open; nothing stays open then
     */
    public void start() {
        QuietLogs.floor();
        try {
            open();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void open() {
        Connected connected = Connected.with(settings);
        slack = connected.slack();
        MethodsClient client = connected.client();
        SignIn signIn = connected.signIn();
        SlackGateway sends = new SlackGateway(client, clock);
        gateway = sends;
        SlackSender sender =
                new SlackSender(sends, client, slack.getHttpClient().getOkHttpClient(), !settings.isSlackItself());
        Waits waits = new Waits(sender, ledger, streams);
        Signals signals = new Signals(sends, signIn);
        Rendering rendering = new Rendering(shown, library, clock);
        Respondent respondent = new Respondent(
                settings,
                answerer,
                digests,
                prompts,
                ledger,
                followed,
                new ThreadBefore(client, signIn),
                shown,
                rendering);
        Desk work = new Desk(
                settings, ledger, respondent, new Delivery(sender, ledger, waits, signIn), sender, waits, signals);
        desk = work;
        Intake keeping = new Intake(ledger::accept, work::take, waits::apologise, signals::heard, clock);
        intake = keeping;
        Clicks clicks =
                new Clicks(shown, feedback, new SourceViews(library, clock), rendering, sends, sender, keeping, clock);
        Rooms rooms = new Rooms(settings, signIn, sends, signals, work, ledger, prompts, library, clock);
        Hearing hearing = new Hearing(settings, signIn, followed, clock);
        App app = new Listeners(hearing, keeping, clicks, rooms, clock).app(slack);
        lines.add("Slack: signed in to " + signIn.teamName() + " as @" + signIn.userName());
        List<String> missing = signIn.missing();
        if (!missing.isEmpty()) {
            lines.add("Slack: these scopes lack: " + String.join(", ", missing)
                    + "; add them under OAuth & Permissions and install the app again");
        }
        Reception.rehearse(app);
        doors(app);
        // what was left open is answered once new questions are heard
        work.start();
        work.every(Duration.ofHours(6), this::forgetOld);
    }

    private void doors(App app) {
        if (settings.hasSocket()) {
            SocketDoor door = new SocketDoor(slackThere(), settings.appToken(), app, clock, betweenSockets);
            socket = door;
            door.open(TO_OPEN);
            lines.add("Slack: Socket Mode is open");
        } else {
            lines.add("Slack: Socket Mode is off (no SLACK_APP_TOKEN)");
        }
        if (settings.hasHttp()) {
            HttpDoor door = HttpDoor.open(settings, app, clock);
            http = door;
            lines.add("Slack: HTTP is open on " + settings.host() + ":" + door.port() + HttpDoor.PATH);
        } else {
            lines.add("Slack: HTTP is off (no SLACK_SIGNING_SECRET)");
        }
    }

    private Slack slackThere() {
        Slack there = slack;
        if (there == null) {
            throw new IllegalStateException("not started");
        }
        return there;
    }

    private void forgetOld() {
        Duration kept = Duration.ofDays(settings.keepDays());
        ledger.forget(kept);
        shown.forget(kept);
        feedback.forgetBefore(clock.instant().minus(kept));
    }

    /** What to say at start: as whom it is signed in, which doors are open, which scopes lack; one line each. */
    public List<String> describe() {
        return List.copyOf(lines);
    }

    /** The HTTP door's port; empty where it is not open. */
    public Optional<Integer> httpPort() {
        HttpDoor door = http;
        return door == null ? Optional.empty() : Optional.of(door.port());
    }

    /** How the face is while it runs: its socket, and replies Slack did not take. */
    public List<SlackCheck> health() {
        List<SlackCheck> checks = new ArrayList<>();
        SocketDoor door = socket;
        if (door != null) {
            String trouble = door.trouble();
            checks.add(new SlackCheck("Slack socket", trouble.isEmpty(), trouble.isEmpty() ? "open" : trouble));
        }
        checks.add(SlackDoctor.delivery(ledger));
        return checks;
    }

    /** What this person asked in Slack, oldest first, as far as it is kept. */
    public List<Question> questionsOf(String person) {
        return ledger.askedBy(person).stream().map(i -> i.question(settings)).toList();
    }

    /**
     * Removes what this person asked and was told, what they said of any answer, and what others said of theirs; how many things
     * it was.
     */
    public int forget(String person) {
        int said = shown.answersOf(person).stream()
                .mapToInt(feedback::forgetAnswer)
                .sum();
        return said + ledger.forgetAsker(person) + shown.forgetAsker(person) + feedback.forget(person);
    }

    /** Hears nothing more, finishes what is in hand or leaves it for the next start, and closes; within ten seconds. */
    @Override
    public void close() {
        SocketDoor socketDoor = socket;
        if (socketDoor != null) {
            socketDoor.close();
        }
        HttpDoor httpDoor = http;
        if (httpDoor != null) {
            httpDoor.close();
        }
        Intake keeping = intake;
        if (keeping != null) {
            keeping.close();
        }
        Desk work = desk;
        if (work != null) {
            work.close(Duration.ofSeconds(3));
        }
        SlackGateway sends = gateway;
        if (sends != null) {
            sends.drain(Duration.ofMillis(1_500));
            sends.close();
        }
        Slack there = slack;
        if (there != null) {
            try {
                there.close();
            } catch (Exception e) {
                LOG.debug("the client of Slack did not close cleanly: {}", e.toString());
            }
        }
    }

    private static List<Migration> concat(List<Migration> first, List<Migration> second) {
        List<Migration> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
