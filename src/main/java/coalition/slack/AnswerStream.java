package coalition.slack;

import coalition.answer.Citation;
import coalition.answer.Progress;
import coalition.answer.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An answer that grows in a direct message while it is found: each sentence once it is verified. It is only a message that is
 * finished later by an update with the whole answer, so that whatever becomes of the stream harms nothing. One call is out at a
 * time; what comes meanwhile goes with the next. Safe for several threads.
 */
final class AnswerStream implements Progress {
    private static final int LONGEST = 11_000;

    private final SlackSender sender;
    private final Inquiry inquiry;
    private final Consumer<String> begun;
    private final StringBuilder pending = new StringBuilder();
    private CompletableFuture<?> call = CompletableFuture.completedFuture("");
    private @Nullable String ts;
    private boolean isBegun;
    private boolean isOut;
    private boolean isDead;
    private boolean isEnded;
    private int said;

    /** @param begun hears the time stamp of the message once there is one */
    AnswerStream(SlackSender sender, Inquiry inquiry, Consumer<String> begun) {
        this.sender = sender;
        this.inquiry = inquiry;
        this.begun = begun;
    }

    @Override
    public void verified(Statement statement, List<Citation> citations) {
        StringBuilder sentence = new StringBuilder(SlackText.markdown(statement.text()));
        statement.citations().forEach(n -> sentence.append(" \\[").append(n).append("\\]"));
        say(sentence.append("\n\n").toString());
    }

    /** Adds to the message, which begins with this if need be. Nothing once it is ended or dead. */
    synchronized void say(String markdown) {
        if (isEnded || isDead || said + markdown.length() > LONGEST) {
            return;
        }
        said += markdown.length();
        pending.append(markdown);
        isBegun = true;
        if (!isOut) {
            send();
        }
    }

    private void send() {
        String text = pending.toString();
        pending.setLength(0);
        isOut = true;
        String there = ts;
        call = there == null
                ? sender.startStream(inquiry.channel(), inquiry.thread(), inquiry.asker(), inquiry.team(), text)
                        .thenAccept(this::started)
                : sender.appendStream(inquiry.channel(), there, text).thenAccept(sent -> sent(sent.isOk()));
    }

    private void started(Outcome<String> sent) {
        String there = sent.response().filter(t -> !t.isEmpty()).orElse(null);
        if (there != null) {
            begun.accept(there);
        }
        synchronized (this) {
            ts = there;
        }
        sent(there != null);
    }

    private synchronized void sent(boolean good) {
        isOut = false;
        isDead = !good;
        if (good && !isEnded && !pending.isEmpty()) {
            send();
        }
    }

    /** Whether there is a message, or will be. */
    synchronized boolean isBegun() {
        return isBegun;
    }

    /** Says no more; gives the time stamp of the message to be finished by an update, empty where none came to be. */
    synchronized CompletableFuture<Optional<String>> end() {
        isEnded = true;
        return call.thenCompose(over -> stop());
    }

    private CompletableFuture<Optional<String>> stop() {
        String there;
        boolean dead;
        synchronized (this) {
            there = ts;
            dead = isDead;
        }
        if (there == null || dead) {
            return CompletableFuture.completedFuture(Optional.ofNullable(there));
        }
        return sender.stopStream(inquiry.channel(), there).thenApply(stopped -> Optional.of(there));
    }
}
