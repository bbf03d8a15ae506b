package coalition.slack;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a reply to the person who asked, once: finishes the placeholder where there is one, falls back to simpler blocks, to
 * words, to a direct message, and writes down how it ended.
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Set<String> BLOCKS_REFUSED = Set.of(
            "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "invalid_arguments", "msg_too_long");
    private static final Set<String> MESSAGE_GONE =
            Set.of("message_not_found", "cant_update_message", "edit_window_closed", "is_inactive", "unknown_method");
    private static final Set<String> STILL_GROWS = Set.of("streaming_state_conflict");
    private static final Set<String> CHANNEL_CLOSED = Set.of(
            "channel_not_found",
            "not_in_channel",
            "is_archived",
            "restricted_action",
            "user_not_in_channel",
            "thread_not_found",
            "no_permission");

    private final SlackSender sender;
    private final SlackLedger ledger;
    private final Waits waits;
    private final SignIn signIn;

    Delivery(SlackSender sender, SlackLedger ledger, Waits waits, SignIn signIn) {
        this.signIn = signIn;
        this.sender = sender;
        this.ledger = ledger;
        this.waits = waits;
    }

    /** Sends the reply; completes when the ledger knows how it ended. */
    CompletableFuture<Boolean> deliver(Inquiry inquiry, Reply reply) {
        ledger.posting(inquiry.id(), reply.answer().map(a -> a.id()).orElse(""));
        return waits.close(inquiry.id())
                .thenCompose(shown -> {
                    String placeholder = shown.or(
                                    () -> ledger.find(inquiry.id()).map(SlackLedger.Entry::reply))
                            .orElse("");
                    return send(inquiry, reply, placeholder);
                })
                .thenApply(sent -> finish(inquiry, sent))
                .exceptionally(e -> {
                    LOG.error("cannot write down how the reply to {} ended; it stays open", inquiry.id(), e);
                    return false;
                });
    }

    private boolean finish(Inquiry inquiry, Outcome<String> sent) {
        if (sent.isOk()) {
            ledger.answered(inquiry.id(), sent.response().orElse(""));
            return true;
        }
        LOG.warn("Slack did not take the reply to {}: {}", inquiry.id(), sent.problem());
        ledger.undelivered(inquiry.id(), sent.problem());
        return false;
    }

    private CompletableFuture<Outcome<String>> send(Inquiry inquiry, Reply reply, String placeholder) {
        Message message = reply.message();
        if (inquiry.isPrivate()) {
            return privately(inquiry, message);
        }
        if (reply.onlyToAsker() && !inquiry.direct()) {
            return toAsker(inquiry, message, placeholder);
        }
        String marker = Marker.of(inquiry.id());
        Supplier<CompletableFuture<Outcome<String>>> post = () -> orElse(
                forms(message, m -> sender.post(inquiry.channel(), inquiry.thread(), m, marker)),
                CHANNEL_CLOSED,
                () -> forms(message, m -> sender.direct(inquiry.asker(), m, marker)));
        return placeholder.isEmpty()
                ? post.get()
                : forms(message, m -> update(inquiry.channel(), placeholder, m))
                        .thenCompose(sent ->
                                cannotBeFinished(sent) ? instead(inquiry, placeholder, post.get()) : done(sent));
    }

    /** Replaces a message; one that still grows is stopped first. */
    private CompletableFuture<Outcome<String>> update(String channel, String ts, Message message) {
        return orElse(
                sender.update(channel, ts, message),
                STILL_GROWS,
                () -> sender.stopStream(channel, ts).thenCompose(stopped -> sender.update(channel, ts, message)));
    }

    private CompletableFuture<Outcome<String>> instead(
            Inquiry inquiry, String placeholder, CompletableFuture<Outcome<String>> posted) {
        return posted.thenApply(sent -> {
            if (sent.isOk()) {
                var unused = sender.delete(inquiry.channel(), placeholder);
            }
            return sent;
        });
    }

    private static boolean cannotBeFinished(Outcome<String> sent) {
        return !sent.isOk()
                && (MESSAGE_GONE.contains(sent.error()) || sent.error().startsWith("http_4"));
    }

    private CompletableFuture<Outcome<String>> privately(Inquiry inquiry, Message message) {
        return forms(message, m -> sender.respond(inquiry.responseUrl(), m, false))
                .thenCompose(sent -> sent.isOk() ? done(sent) : byOtherMeans(inquiry, message));
    }

    private CompletableFuture<Outcome<String>> byOtherMeans(Inquiry inquiry, Message message) {
        return forms(message, m -> sender.ephemeral(inquiry.channel(), inquiry.thread(), inquiry.asker(), m))
                .thenCompose(sent -> sent.isOk()
                        ? done(sent)
                        : forms(message, m -> sender.direct(inquiry.asker(), m, Marker.of(inquiry.id()))));
    }

    private CompletableFuture<Outcome<String>> toAsker(Inquiry inquiry, Message message, String placeholder) {
        return byOtherMeans(inquiry, message).thenApply(sent -> {
            if (sent.isOk() && !placeholder.isEmpty()) {
                var unused = sender.delete(inquiry.channel(), placeholder);
            }
            return sent;
        });
    }

    private static CompletableFuture<Outcome<String>> forms(
            Message message, Function<Message, CompletableFuture<Outcome<String>>> way) {
        return orElse(
                orElse(way.apply(message), BLOCKS_REFUSED, () -> way.apply(message.plainer())),
                BLOCKS_REFUSED,
                () -> way.apply(message.wordsOnly()));
    }

    private static CompletableFuture<Outcome<String>> orElse(
            CompletableFuture<Outcome<String>> first,
            Set<String> errors,
            Supplier<CompletableFuture<Outcome<String>>> second) {
        return first.thenCompose(sent -> !sent.isOk() && errors.contains(sent.error()) ? second.get() : done(sent));
    }

    private static CompletableFuture<Outcome<String>> done(Outcome<String> sent) {
        return CompletableFuture.completedFuture(sent);
    }

    /** Where the reply to a question that was begun before may stand already. */
    Optional<SlackSender.Found> look(Inquiry inquiry) {
        return inquiry.isPrivate()
                ? Optional.empty()
                : sender.find(inquiry.channel(), inquiry.thread(), Marker.of(inquiry.id()))
                        .or(() -> inquiry.direct() ? sender.findStream(inquiry, signIn) : Optional.empty());
    }
}
