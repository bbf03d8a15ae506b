package coalition.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What people wrote in a thread before the bot was called into it without a question of its own. It is read to find the question,
 * never as a source.
 */
final class ThreadBefore {
    private static final Pattern NOTHING_OF_ITS_OWN =
            Pattern.compile("(?i)(?:(?:please|can you|could you|do you know)[, ]*)?"
                    + "(?:(?:answer|know|help with|look at)? *(?:this|that|it|the above|the question)?)?"
                    + "(?:[, ]*please)?[ .!?\u2191\u261d]*");

    private final MethodsClient client;
    private final SignIn signIn;

    ThreadBefore(MethodsClient client, SignIn signIn) {
        this.client = client;
        this.signIn = signIn;
    }

    /**
     * What was found.
     *
     * @param readable whether Slack let the thread be read
     * @param question what a person asked there last; else what the thread begins with; empty where there is neither
     */
    record Finding(boolean readable, Optional<String> question) {}

    /** Whether the words call the bot into a thread and ask nothing themselves. */
    static boolean isCalledInto(Inquiry inquiry) {
        return inquiry.kind() == Inquiry.Kind.MENTION
                && !inquiry.thread().isEmpty()
                && !inquiry.thread().equals(inquiry.ts())
                && inquiry.text().length() < 60
                && NOTHING_OF_ITS_OWN.matcher(inquiry.text().strip()).matches();
    }

    /** Looks into the thread; never throws. */
    Finding find(Inquiry inquiry) {
        try {
            ConversationsRepliesResponse said = client.conversationsReplies(r -> r.channel(inquiry.channel())
                    .ts(inquiry.thread())
                    .latest(inquiry.ts())
                    .limit(200));
            if (!said.isOk() || said.getMessages() == null) {
                return new Finding(false, Optional.empty());
            }
            List<Message> people = said.getMessages().stream()
                    .filter(m -> isOfAPerson(m) && isBefore(m, inquiry))
                    .sorted(Comparator.comparing(m -> number(m.getTs())))
                    .toList();
            return new Finding(true, question(people).map(q -> SlackText.cut(q, Inquiry.LONGEST)));
        } catch (IOException | SlackApiException | RuntimeException e) {
            return new Finding(false, Optional.empty());
        }
    }

    private Optional<String> question(List<Message> people) {
        return people.reversed().stream()
                .map(this::words)
                .filter(Asked::isQuestion)
                .findFirst()
                .or(() -> people.stream().map(this::words).findFirst());
    }

    private String words(Message message) {
        return SlackText.read(message.getText(), signIn.user());
    }

    private boolean isOfAPerson(Message message) {
        String bot = message.getBotId() == null ? "" : message.getBotId();
        String user = message.getUser() == null ? "" : message.getUser();
        return bot.isEmpty()
                && !user.isEmpty()
                && !signIn.isMe(user, bot)
                && message.getText() != null
                && !words(message).isBlank();
    }

    private static boolean isBefore(Message message, Inquiry inquiry) {
        return number(message.getTs()).compareTo(number(inquiry.ts())) < 0;
    }

    private static BigDecimal number(String ts) {
        try {
            return new BigDecimal(ts == null ? "0" : ts);
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }
}
