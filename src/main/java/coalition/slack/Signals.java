package coalition.slack;

import coalition.retrieval.Scope;
import com.slack.api.model.assistant.SuggestedPrompt;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a person sees while waiting: the status of the conversation, or the eyes on the question. All of it may fail without
 * harm.
 */
final class Signals {
    private static final String EYES = "eyes";

    private final SlackGateway gateway;
    private final SignIn signIn;

    Signals(SlackGateway gateway, SignIn signIn) {
        this.gateway = gateway;
        this.signIn = signIn;
    }

    /** Says that the question was heard. */
    void heard(Inquiry inquiry) {
        if (!inquiry.isMessage()) {
            return;
        }
        if (!signIn.mayAssist()) {
            react(inquiry);
            return;
        }
        CompletableFuture<?> unused = gateway.send(Errand.repeatable(
                        "assistant.threads.setStatus",
                        "status " + inquiry.channel(),
                        1,
                        c -> c.assistantThreadsSetStatus(r -> r.channelId(inquiry.channel())
                                .threadTs(inquiry.thread())
                                .status("is reading the documents\u2026"))))
                .thenAccept(set -> {
                    if (!set.isOk()) {
                        react(inquiry);
                    }
                });
    }

    private void react(Inquiry inquiry) {
        if (!signIn.mayReact()) {
            return;
        }
        CompletableFuture<?> unused = gateway.send(Errand.repeatable(
                "reactions.add",
                "reaction " + inquiry.channel(),
                1,
                c -> c.reactionsAdd(r ->
                        r.channel(inquiry.channel()).timestamp(inquiry.ts()).name(EYES))));
    }

    /** Takes the eyes off a question that has its answer. */
    void finished(Inquiry inquiry) {
        if (!inquiry.isMessage() || !signIn.mayReact() || signIn.mayAssist()) {
            return;
        }
        CompletableFuture<?> unused = gateway.send(Errand.repeatable(
                "reactions.remove",
                "reaction " + inquiry.channel(),
                1,
                c -> c.reactionsRemove(r ->
                        r.channel(inquiry.channel()).timestamp(inquiry.ts()).name(EYES))));
    }

    /** Offers questions in a direct message. */
    void offer(String channel, Prompts prompts, SlackSettings settings) {
        if (!signIn.mayAssist()) {
            return;
        }
        Scope scope = settings.scope(channel, true);
        List<SuggestedPrompt> offered = prompts.suggest(scope, 4).stream()
                .map(q -> SuggestedPrompt.create(SlackText.plain(q, 250)))
                .toList();
        if (offered.isEmpty()) {
            return;
        }
        CompletableFuture<?> unused = gateway.send(Errand.repeatable(
                "assistant.threads.setSuggestedPrompts",
                "prompts " + channel,
                1,
                c -> c.assistantThreadsSetSuggestedPrompts(r -> r.channelId(channel)
                        .title("Questions the documents answer")
                        .prompts(offered))));
    }

    /** Says that an agent's session is free again. */
    void sessionFree(String channel, String thread) {
        CompletableFuture<?> unused = gateway.send(Errand.repeatable(
                "agents.sessions.setStatus",
                "status " + channel,
                1,
                c -> c.agentsSessionsSetStatus(
                        r -> r.channelId(channel).threadTs(thread).status("active"))));
    }
}
