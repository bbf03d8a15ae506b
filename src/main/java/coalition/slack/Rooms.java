package coalition.slack;

import coalition.conversation.ThreadId;
import coalition.document.Library;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;

/** The bot's own rooms in Slack: its Home tab, its Messages tab, an agent's session. */
final class Rooms {
    private final SlackSettings settings;
    private final SignIn signIn;
    private final SlackGateway gateway;
    private final Signals signals;
    private final Desk desk;
    private final SlackLedger ledger;
    private final Prompts prompts;
    private final HomeTab home;

    Rooms(
            SlackSettings settings,
            SignIn signIn,
            SlackGateway gateway,
            Signals signals,
            Desk desk,
            SlackLedger ledger,
            Prompts prompts,
            Library library,
            Clock clock) {
        this.settings = settings;
        this.signIn = signIn;
        this.gateway = gateway;
        this.signals = signals;
        this.desk = desk;
        this.ledger = ledger;
        this.prompts = prompts;
        this.home = new HomeTab(library, settings, clock);
    }

    /** The bot's user id. */
    String me() {
        return signIn.user();
    }

    /** Somebody opened a tab: prompts for messages, the page for home. */
    void opened(String team, String person, String channel, String tab) {
        desk.aside(() -> {
            if (tab.equals("messages")) {
                signals.offer(channel, prompts, settings);
                return;
            }
            String json = BlockJson.write(
                    home.view(prompts.suggest(settings.scope(channel, true), 2), ledger.recentOf(team, person, 5)));
            CompletableFuture<?> unused = gateway.send(Errand.repeatable(
                    "views.publish",
                    "home " + person,
                    3,
                    c -> c.viewsPublish(r -> r.userId(person).viewAsString(json))));
        });
    }

    /** Somebody pressed Stop. */
    void stopped(String team, String channel, String thread) {
        desk.cancel(new ThreadId("slack:" + team + ":" + channel + ":" + thread));
        signals.sessionFree(channel, thread);
    }
}
