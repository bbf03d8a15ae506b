package coalition.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AgentSessionStoppedEvent;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bolt's listeners, the same behind both doors: each reads what Slack sent, has it kept, and says "ok". */
final class Listeners {
    private static final Set<String> HEARD = Set.of(
            "app_mention",
            "message",
            "message:file_share",
            "message:thread_broadcast",
            "app_home_opened",
            "agent_session_stopped");
    private static final Pattern ANY = Pattern.compile("^.+$", Pattern.DOTALL);

    private final Hearing hearing;
    private final Intake intake;
    private final Clicks clicks;
    private final Rooms rooms;
    private final Clock clock;

    Listeners(Hearing hearing, Intake intake, Clicks clicks, Rooms rooms, Clock clock) {
        this.hearing = hearing;
        this.intake = intake;
        this.clicks = clicks;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** An app that hears everything of ours. It signs nothing in and checks no signature: the doors do. */
    App app(Slack slack) {
        AppConfig config = AppConfig.builder()
                .slack(slack)
                .requestVerificationEnabled(false)
                .sslCheckEnabled(false)
                .ignoringSelfEventsEnabled(false)
                .ignoringSelfAssistantMessageEventsEnabled(false)
                .unmatchedRequestHandler(request -> Response.ok())
                .build();
        App app = new App(config, slack, new ArrayList<>(List.of(Listeners::letGo)));
        events(app);
        app.command(ANY, (request, context) -> {
            intake.accept(command(request.getPayload()));
            return context.ack();
        });
        app.messageShortcut(ANY, (request, context) -> {
            intake.accept(shortcut(request.getPayload()));
            return context.ack();
        });
        app.blockAction(ANY, (request, context) -> {
            actions(request.getPayload());
            return context.ack();
        });
        app.viewSubmission(Actions.FEEDBACK_FORM, (request, context) -> {
            var payload = request.getPayload();
            clicks.submit(
                    text(payload.getView().getPrivateMetadata()),
                    payload.getUser().getId(),
                    FeedbackForm.read(payload.getView().getState()));
            return context.ack();
        });
        return app;
    }

    @SuppressWarnings("rawtypes")
    private static Response letGo(Request request, Response response, MiddlewareChain chain) throws Exception {
        boolean unknown = request instanceof EventRequest event && !HEARD.contains(event.getEventTypeAndSubtype());
        return unknown ? Response.ok() : chain.next(request);
    }

    private void events(App app) {
        app.event(AppMentionEvent.class, (payload, context) -> {
            hearing.mention(mention(payload)).ifPresent(intake::accept);
            return context.ack();
        });
        app.event(MessageEvent.class, (payload, context) -> {
            MessageEvent e = payload.getEvent();
            hearing.message(heard(
                            payload,
                            new Words(
                                    e.getChannel(),
                                    e.getChannelType(),
                                    e.getUser(),
                                    e.getBotId(),
                                    e.getText(),
                                    e.getTs(),
                                    e.getThreadTs()),
                            e.getEdited() != null))
                    .ifPresent(intake::accept);
            return context.ack();
        });
        app.event(MessageFileShareEvent.class, (payload, context) -> {
            MessageFileShareEvent e = payload.getEvent();
            hearing.message(heard(
                            payload,
                            new Words(
                                    e.getChannel(),
                                    e.getChannelType(),
                                    e.getUser(),
                                    "",
                                    e.getText(),
                                    e.getTs(),
                                    e.getThreadTs()),
                            false))
                    .ifPresent(intake::accept);
            return context.ack();
        });
        app.event(MessageThreadBroadcastEvent.class, (payload, context) -> {
            MessageThreadBroadcastEvent e = payload.getEvent();
            hearing.message(heard(
                            payload,
                            new Words(e.getChannel(), "", e.getUser(), "", e.getText(), e.getTs(), e.getThreadTs()),
                            false))
                    .ifPresent(intake::accept);
            return context.ack();
        });
        app.event(AppHomeOpenedEvent.class, (payload, context) -> {
            AppHomeOpenedEvent e = payload.getEvent();
            rooms.opened(text(payload.getTeamId()), text(e.getUser()), text(e.getChannel()), text(e.getTab()));
            return context.ack();
        });
        app.event(AgentSessionStoppedEvent.class, (payload, context) -> {
            AgentSessionStoppedEvent e = payload.getEvent();
            rooms.stopped(text(payload.getTeamId()), text(e.getChannel()), text(e.getThreadTs()));
            return context.ack();
        });
    }

    private record Words(
            @Nullable String channel,
            @Nullable String channelType,
            @Nullable String user,
            @Nullable String bot,
            @Nullable String text,
            @Nullable String ts,
            @Nullable String thread) {}

    private static Heard mention(EventsApiPayload<AppMentionEvent> payload) {
        AppMentionEvent e = payload.getEvent();
        return heard(
                payload,
                new Words(e.getChannel(), "", e.getUser(), e.getBotId(), e.getText(), e.getTs(), e.getThreadTs()),
                e.getEdited() != null);
    }

    private static Heard heard(EventsApiPayload<?> payload, Words words, boolean edited) {
        return new Heard(
                text(payload.getEventId()),
                text(payload.getTeamId()),
                text(words.channel()),
                text(words.channelType()),
                text(words.user()),
                text(words.bot()),
                text(words.text()),
                text(words.ts()),
                text(words.thread()),
                edited,
                payload.isExtSharedChannel());
    }

    private Inquiry command(SlashCommandPayload command) {
        String channel = text(command.getChannelId());
        String trigger = text(command.getTriggerId());
        String name = trigger.isEmpty()
                ? text(command.getResponseUrl()) + " " + text(command.getText()) + " " + clock.millis()
                : trigger;
        // ids outlive a person's being forgotten, so they do not name the person
        String id = "command:" + Marker.of(text(command.getTeamId()) + " " + text(command.getUserId()) + " " + name);
        return new Inquiry(
                id,
                Inquiry.Kind.COMMAND,
                text(command.getTeamId()),
                channel,
                id,
                "",
                text(command.getUserId()),
                SlackText.read(text(command.getText()), rooms.me()),
                text(command.getResponseUrl()),
                channel.startsWith("D"),
                false,
                clock.millis());
    }

    private Inquiry shortcut(MessageShortcutPayload shortcut) {
        String channel =
                shortcut.getChannel() == null ? "" : text(shortcut.getChannel().getId());
        String team = shortcut.getTeam() == null ? "" : text(shortcut.getTeam().getId());
        String person = text(shortcut.getUser().getId());
        String id = "shortcut:"
                + Marker.of(team + " " + person + " " + text(shortcut.getTriggerId()) + text(shortcut.getActionTs()));
        String asked =
                shortcut.getMessage() == null ? "" : text(shortcut.getMessage().getText());
        String thread =
                shortcut.getMessage() == null ? "" : text(shortcut.getMessage().getThreadTs());
        return new Inquiry(
                id,
                Inquiry.Kind.SHORTCUT,
                team,
                channel,
                id,
                thread,
                person,
                SlackText.read(asked, rooms.me()),
                text(shortcut.getResponseUrl()),
                channel.startsWith("D"),
                false,
                clock.millis());
    }

    private void actions(BlockActionPayload payload) {
        if (payload.getActions() == null) {
            return;
        }
        for (BlockActionPayload.Action action : payload.getActions()) {
            Click click = click(payload, text(action.getActionTs()));
            clicks.click(text(action.getActionId()), text(action.getValue()), click);
        }
    }

    private static Click click(BlockActionPayload payload, String at) {
        BlockActionPayload.Container container = payload.getContainer();
        String message = container == null ? "" : text(container.getMessageTs());
        if (message.isEmpty() && payload.getMessage() != null) {
            message = text(payload.getMessage().getTs());
        }
        String thread =
                payload.getMessage() == null ? "" : text(payload.getMessage().getThreadTs());
        if (thread.isEmpty() && container != null) {
            thread = text(container.getThreadTs());
        }
        return new Click(
                payload.getTeam() == null ? "" : text(payload.getTeam().getId()),
                payload.getChannel() == null ? "" : text(payload.getChannel().getId()),
                text(payload.getUser().getId()),
                text(payload.getTriggerId()),
                message,
                thread,
                text(payload.getResponseUrl()),
                payload.getView() == null || "home".equals(payload.getView().getType())
                        ? ""
                        : text(payload.getView().getId()),
                container != null && container.isEphemeral(),
                at);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
