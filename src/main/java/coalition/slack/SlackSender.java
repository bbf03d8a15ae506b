package coalition.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.chat.ChatPostEphemeralResponse;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatStartStreamResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import com.slack.api.model.Message.Metadata;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Sends messages through the gateway: nothing unfurls, names are not linked, each reply carries the name of its question. What
 * comes back is the message's time stamp.
 */
final class SlackSender {
    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final String METADATA = "coalition_reply";

    private final SlackGateway gateway;
    private final MethodsClient client;
    private final OkHttpClient http;
    private final boolean anyAddress;

    /**
     * @param anyAddress whether response URLs may lead elsewhere than to Slack over https (another API base is set)
     */
    SlackSender(SlackGateway gateway, MethodsClient client, OkHttpClient http, boolean anyAddress) {
        this.gateway = gateway;
        this.client = client;
        this.http = http;
        this.anyAddress = anyAddress;
    }

    /** Posts a message in a thread; in the channel itself where the thread is empty. */
    CompletableFuture<Outcome<String>> post(String channel, String thread, Message message, String marker) {
        return gateway.send(Errand.message(
                        "chat.postMessage",
                        channel,
                        c -> c.chatPostMessage(r -> r.channel(channel)
                                .threadTs(thread.isEmpty() ? null : thread)
                                .text(message.text())
                                .blocksAsString(message.blocks().isEmpty() ? null : message.json())
                                .metadata(metadata(marker))
                                .unfurlLinks(false)
                                .unfurlMedia(false)
                                .linkNames(false)),
                        () -> marker.isEmpty()
                                ? Optional.empty()
                                : find(channel, thread, marker).map(SlackSender::posted)))
                .thenApply(o -> timeStamp(o, o.response().map(SlackSender::ts)));
    }

    private static String ts(ChatPostMessageResponse said) {
        boolean inside = said.getTs() == null && said.getMessage() != null;
        String ts = inside ? said.getMessage().getTs() : said.getTs();
        return ts == null ? "" : ts;
    }

    /** Posts to a person's direct messages. */
    CompletableFuture<Outcome<String>> direct(String person, Message message, String marker) {
        return post(person, "", message, marker);
    }

    /** Replaces a message of ours. */
    CompletableFuture<Outcome<String>> update(String channel, String ts, Message message) {
        return gateway.send(Errand.message(
                        "chat.update",
                        channel,
                        c -> c.chatUpdate(r -> r.channel(channel)
                                .ts(ts)
                                .text(message.text())
                                .blocksAsString(message.blocks().isEmpty() ? "[]" : message.json())
                                .linkNames(false)),
                        Optional::empty))
                .thenApply(o -> timeStamp(o, o.response().map(ChatUpdateResponse::getTs)));
    }

    /** Begins a message that grows. Tried once: a second try might make a second message. */
    CompletableFuture<Outcome<String>> startStream(
            String channel, String thread, String person, String team, String markdown) {
        return gateway.send(Errand.once(
                        "chat.startStream",
                        "stream " + channel,
                        c -> c.chatStartStream(r -> r.channel(channel)
                                .threadTs(thread)
                                .recipientUserId(person)
                                .recipientTeamId(team)
                                .markdownText(markdown))))
                .thenApply(o -> timeStamp(o, o.response().map(ChatStartStreamResponse::getTs)));
    }

    /** Adds to a message that grows. */
    CompletableFuture<Outcome<String>> appendStream(String channel, String ts, String markdown) {
        return gateway.send(Errand.once(
                        "chat.appendStream",
                        "stream " + channel,
                        c -> c.chatAppendStream(r -> r.channel(channel).ts(ts).markdownText(markdown))))
                .thenApply(o -> timeStamp(o, o.response().map(r -> ts)));
    }

    /** Ends the growing of a message. */
    CompletableFuture<Outcome<String>> stopStream(String channel, String ts) {
        return gateway.send(Errand.once(
                        "chat.stopStream",
                        "stream " + channel,
                        c -> c.chatStopStream(r -> r.channel(channel).ts(ts))))
                .thenApply(o -> timeStamp(o, o.response().map(r -> ts)));
    }

    /** Shows a message to one person only. */
    CompletableFuture<Outcome<String>> ephemeral(String channel, String thread, String person, Message message) {
        return gateway.send(Errand.message(
                        "chat.postEphemeral",
                        channel,
                        c -> c.chatPostEphemeral(r -> r.channel(channel)
                                .user(person)
                                .threadTs(thread.isEmpty() ? null : thread)
                                .text(message.text())
                                .blocksAsString(message.blocks().isEmpty() ? null : message.json())
                                .linkNames(false)),
                        Optional::empty))
                .thenApply(o -> timeStamp(o, o.response().map(ChatPostEphemeralResponse::getMessageTs)));
    }

    /** Answers where a command or a click told us to; only the asker sees it. */
    CompletableFuture<Outcome<String>> respond(String url, Message message, boolean replace) {
        if (url.isEmpty() || !(anyAddress || url.startsWith("https://"))) {
            return CompletableFuture.completedFuture(
                    Outcome.failed("no_response_url", "there is no address to answer to"));
        }
        JsonObject body = new JsonObject();
        body.addProperty("response_type", "ephemeral");
        body.addProperty("replace_original", replace);
        body.addProperty("text", message.text());
        body.addProperty("unfurl_links", false);
        body.addProperty("unfurl_media", false);
        if (!message.blocks().isEmpty()) {
            body.add("blocks", JsonParser.parseString(message.json()));
        }
        return gateway.send(
                        Errand.repeatable("response_url", "respond " + url, 5, c -> respondOnce(url, body.toString())))
                .thenApply(o -> timeStamp(o, o.response().map(r -> "")));
    }

    private ChatPostEphemeralResponse respondOnce(String url, String body) throws IOException, SlackApiException {
        Request request = new Request.Builder()
                .url(url)
                .post(RequestBody.create(body, JSON))
                .build();
        try (Response response = http.newCall(request).execute()) {
            String said = response.body() == null ? "" : response.body().string();
            ChatPostEphemeralResponse result = new ChatPostEphemeralResponse();
            if (response.code() == 429 || (response.code() >= 500 && !said.contains("_url"))) {
                throw new SlackApiException(response, said);
            }
            result.setOk(response.isSuccessful() && !said.contains("\"ok\":false"));
            result.setError(said.contains("used_url") ? "used_url" : "expired_url");
            return result;
        }
    }

    /** Removes a message of ours, once. */
    CompletableFuture<Outcome<String>> delete(String channel, String ts) {
        return gateway.send(Errand.repeatable(
                        "chat.delete",
                        "delete " + channel,
                        3,
                        c -> c.chatDelete(r -> r.channel(channel).ts(ts))))
                .thenApply(o -> timeStamp(o, o.response().map(r -> ts)));
    }

    /**
     * The time stamp of our reply to the question of this marker and its first block's name, where Slack lets us read the thread.
     * Reads; never throws.
     */
    Optional<Found> find(String channel, String thread, String marker) {
        if (thread.isEmpty()) {
            return Optional.empty();
        }
        try {
            var replies = client.conversationsReplies(
                    r -> r.channel(channel).ts(thread).includeAllMetadata(true).limit(200));
            if (!replies.isOk() || replies.getMessages() == null) {
                return Optional.empty();
            }
            for (var message : replies.getMessages()) {
                Optional<Found> found = carries(message, marker);
                if (found.isPresent()) {
                    return found;
                }
            }
        } catch (IOException | SlackApiException | RuntimeException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** A message of ours in the thread that was begun as a stream and bears no name yet; reads, never throws. */
    Optional<Found> findStream(Inquiry inquiry, SignIn me) {
        try {
            var replies = client.conversationsReplies(r -> r.channel(inquiry.channel())
                    .ts(inquiry.thread())
                    .includeAllMetadata(true)
                    .limit(200));
            if (!replies.isOk() || replies.getMessages() == null) {
                return Optional.empty();
            }
            return replies.getMessages().stream()
                    .filter(m -> me.isMe(String.valueOf(m.getUser()), String.valueOf(m.getBotId())))
                    .filter(m -> m.getMetadata() == null && !bearsName(m))
                    .map(m -> new Found(m.getTs(), 0))
                    .reduce((first, last) -> last);
        } catch (IOException | SlackApiException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean bearsName(com.slack.api.model.Message message) {
        return message.getBlocks() != null
                && message.getBlocks().stream()
                        .anyMatch(b -> b.getBlockId() != null && b.getBlockId().matches("q[0-9a-f]{16}-.*"));
    }

    /**
     * A reply found in a thread.
     *
     * @param ts its time stamp
     * @param version the version of the message: 0 for a placeholder
     */
    record Found(String ts, int version) {}

    private static Optional<Found> carries(com.slack.api.model.Message message, String marker) {
        if (message.getBlocks() != null) {
            for (var block : message.getBlocks()) {
                String id = block.getBlockId() == null ? "" : block.getBlockId();
                if (id.startsWith(marker + "-")) {
                    String version = id.substring(marker.length() + 1).replaceFirst("\\D.*", "");
                    return Optional.of(new Found(message.getTs(), version.isEmpty() ? 1 : Integer.parseInt(version)));
                }
            }
        }
        Metadata metadata = message.getMetadata();
        boolean ours = metadata != null
                && METADATA.equals(metadata.getEventType())
                && metadata.getEventPayload() != null
                && marker.equals(metadata.getEventPayload().get("question"));
        return ours ? Optional.of(new Found(message.getTs(), 1)) : Optional.empty();
    }

    private static ChatPostMessageResponse posted(Found found) {
        ChatPostMessageResponse response = new ChatPostMessageResponse();
        response.setOk(true);
        response.setTs(found.ts());
        return response;
    }

    private static Metadata metadata(String marker) {
        return Metadata.builder()
                .eventType(METADATA)
                .eventPayload(Map.of("question", marker))
                .build();
    }

    private static Outcome<String> timeStamp(Outcome<?> outcome, Optional<String> ts) {
        return outcome.isOk() ? Outcome.done(ts.orElse("")) : Outcome.failed(outcome.error(), outcome.problem());
    }
}
