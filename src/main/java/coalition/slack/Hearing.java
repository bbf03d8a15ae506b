package coalition.slack;

import java.time.Clock;
import java.util.Optional;

/**
 * Decides which messages are for the bot. It is deaf to bots, to itself and to edits, and in threads it follows it hears
 * questions only, and none that tag somebody else.
 */
final class Hearing {
    private final SlackSettings settings;
    private final SignIn signIn;
    private final FollowedThreads followed;
    private final Clock clock;

    Hearing(SlackSettings settings, SignIn signIn, FollowedThreads followed, Clock clock) {
        this.settings = settings;
        this.signIn = signIn;
        this.followed = followed;
        this.clock = clock;
    }

    /** What somebody asks by mentioning the bot; empty where it is not for us. */
    Optional<Inquiry> mention(Heard heard) {
        if (isDeafTo(heard)) {
            return Optional.empty();
        }
        return Optional.of(inquiry(heard, heard.isDirect() ? Inquiry.Kind.DIRECT : Inquiry.Kind.MENTION));
    }

    /** What somebody asks by a message; empty where it is not for us. */
    Optional<Inquiry> message(Heard heard) {
        if (isDeafTo(heard)) {
            return Optional.empty();
        }
        if (heard.isDirect()) {
            return Optional.of(inquiry(heard, Inquiry.Kind.DIRECT));
        }
        if (SlackText.tags(heard.text(), signIn.user())) {
            return mention(heard);
        }
        return follows(heard) ? Optional.of(inquiry(heard, Inquiry.Kind.FOLLOW_UP)) : Optional.empty();
    }

    private boolean follows(Heard heard) {
        if (!settings.followThreads()
                || heard.thread().isEmpty()
                || heard.thread().equals(heard.ts())) {
            return false;
        }
        if (SlackText.tagsAnother(heard.text(), signIn.user())) {
            return false;
        }
        String text = SlackText.read(heard.text(), signIn.user());
        boolean meant = Asked.isQuestion(text) || Asked.message(text).wish() == Asked.Wish.STOP;
        return meant && followed.follows(team(heard), heard.channel(), heard.thread());
    }

    private boolean isDeafTo(Heard heard) {
        return !heard.bot().isEmpty()
                || heard.user().isEmpty()
                || heard.user().equals("USLACKBOT")
                || heard.ts().isEmpty()
                || heard.channel().isEmpty()
                || heard.edited()
                || signIn.isMe(heard.user(), heard.bot());
    }

    private Inquiry inquiry(Heard heard, Inquiry.Kind kind) {
        String team = team(heard);
        String id = heard.event().isEmpty() ? team + ":" + heard.channel() + ":" + heard.ts() : heard.event();
        return new Inquiry(
                id,
                kind,
                team,
                heard.channel(),
                heard.ts(),
                heard.root(),
                heard.user(),
                SlackText.read(heard.text(), signIn.user()),
                "",
                heard.isDirect(),
                heard.shared(),
                clock.millis());
    }

    private String team(Heard heard) {
        return heard.team().isEmpty() ? signIn.team() : heard.team();
    }
}
