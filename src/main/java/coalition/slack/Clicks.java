package coalition.slack;

import coalition.answer.Answer;
import coalition.answer.Grounded;
import coalition.feedback.Feedback;
import coalition.feedback.FeedbackLog;
import coalition.feedback.Verdict;
import com.slack.api.model.view.View;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** What buttons and forms do. Feedback is kept before Slack hears "ok"; windows open beside it. Safe for several threads. */
final class Clicks {
    private static final int MOST_REMEMBERED = 10_000;

    private final ShownAnswers shown;
    private final FeedbackLog feedback;
    private final SourceViews views;
    private final Rendering rendering;
    private final SlackGateway gateway;
    private final SlackSender sender;
    private final Intake intake;
    private final Clock clock;
    private final Set<String> shared = ConcurrentHashMap.newKeySet();

    Clicks(
            ShownAnswers shown,
            FeedbackLog feedback,
            SourceViews views,
            Rendering rendering,
            SlackGateway gateway,
            SlackSender sender,
            Intake intake,
            Clock clock) {
        this.shown = shown;
        this.feedback = feedback;
        this.views = views;
        this.rendering = rendering;
        this.gateway = gateway;
        this.sender = sender;
        this.intake = intake;
        this.clock = clock;
    }

    /** Does what the button says; nothing for a button that is not ours. */
    void click(String action, String value, Click click) {
        if (action.startsWith(Actions.FEEDBACK)) {
            judge(value, click);
        } else if (action.startsWith(Actions.ASK)) {
            ask(value, click);
        } else if (action.equals(Actions.SHARE)) {
            share(value, click);
        } else if (action.equals(Actions.SOURCES)) {
            open(click, value, views::sources);
        } else if (action.equals(Actions.ALL)) {
            open(click, value, a -> a instanceof Grounded g ? views.all(g) : views.sources(a));
        } else if (action.equals(Actions.CONTEXT) || action.startsWith(Actions.CONTEXT_MOVE)) {
            String[] parts = value.split(" ");
            if (parts.length == 3) {
                open(click, parts[0], a -> views.context(a, number(parts[1]), number(parts[2])));
            }
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void judge(String value, Click click) {
        boolean helped = value.startsWith("up ");
        Optional<Answer> answer = shown.find(value.substring(value.indexOf(' ') + 1));
        if (answer.isEmpty()) {
            tell(click, "I no longer have this answer, so I cannot keep what you say of it.");
            return;
        }
        Verdict verdict = helped ? Verdict.HELPFUL : Verdict.NOT_HELPFUL;
        feedback.record(Feedback.of(answer.get(), click.person(), verdict, clock.instant()));
        if (helped) {
            tell(click, "Thank you, noted.");
        } else {
            show(click, FeedbackForm.view(answer.get().id()));
        }
    }

    /** Keeps a form that was sent. */
    void submit(String answer, String person, FeedbackForm.Filled filled) {
        shown.find(answer)
                .ifPresent(a -> feedback.record(Feedback.of(a, person, Verdict.NOT_HELPFUL, clock.instant())
                        .with(filled.wrong(), filled.comment(), filled.passage())));
    }

    private void ask(String question, Click click) {
        String channel = click.channel().isEmpty() ? click.person() : click.channel();
        String id = "click:" + Marker.of(click.team() + " " + click.person() + " " + click.at());
        intake.accept(new Inquiry(
                id,
                Inquiry.Kind.SUGGESTION,
                click.team(),
                channel,
                id,
                click.isPrivate() ? click.thread() : click.root(),
                click.person(),
                question,
                click.isPrivate() ? click.responseUrl() : "",
                click.isDirect() || click.channel().isEmpty(),
                false,
                clock.millis()));
    }

    private void share(String id, Click click) {
        Optional<Answer> answer = shown.find(id);
        if (answer.isEmpty()) {
            tell(click, "I no longer have this answer. Please ask again.");
            return;
        }
        if (shared.size() > MOST_REMEMBERED) {
            shared.clear();
        }
        if (!shared.add(id + " " + click.channel())) {
            return;
        }
        Frame frame = new Frame(
                Marker.of("share " + id + " " + click.at()) + "-1",
                false,
                answer.get().question().text());
        Message message = rendering.message(answer.get(), frame);
        CompletableFuture<?> unused = sender.post(
                        click.channel(), click.thread(), message, Marker.of("share " + id + " " + click.at()))
                .thenAccept(sent -> {
                    if (sent.isOk()) {
                        var unusedReply = sender.respond(
                                click.responseUrl(), new Message("Shared with the channel.", List.of()), true);
                    } else {
                        shared.remove(id + " " + click.channel());
                        tell(
                                click,
                                "I could not share it: " + sent.problem()
                                        + ". If I am not in this channel, invite me and try again.");
                    }
                });
    }

    private void tell(Click click, String text) {
        Message message = new Message(SlackText.escape(text), List.of());
        CompletableFuture<?> unused = click.channel().isEmpty()
                ? sender.direct(click.person(), message, "")
                : sender.ephemeral(click.channel(), click.thread(), click.person(), message);
    }

    private void open(Click click, String id, java.util.function.Function<Answer, View> view) {
        show(
                click,
                shown.find(id)
                        .map(view)
                        .orElseGet(() -> SourceViews.gone("I no longer have this answer. Please ask again.")));
    }

    private void show(Click click, View view) {
        String json = BlockJson.write(view);
        CompletableFuture<?> unused;
        if (click.view().isEmpty()) {
            unused = gateway.send(Errand.repeatable(
                    "views.open",
                    "view " + click.person(),
                    2,
                    c -> c.viewsOpen(r -> r.triggerId(click.trigger()).viewAsString(json))));
        } else {
            unused = gateway.send(Errand.repeatable(
                    "views.update",
                    "view " + click.person(),
                    2,
                    c -> c.viewsUpdate(r -> r.viewId(click.view()).viewAsString(json))));
        }
    }
}
