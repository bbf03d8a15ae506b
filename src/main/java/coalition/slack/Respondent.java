package coalition.slack;

import coalition.answer.Abstained;
import coalition.answer.Answer;
import coalition.answer.Answerer;
import coalition.answer.Progress;
import coalition.answer.Question;
import coalition.answer.Reason;
import coalition.storage.StorageException;
import coalition.summary.Summary;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the reply to a question, whatever happens while looking for it. */
final class Respondent {
    private static final Logger LOG = LoggerFactory.getLogger(Respondent.class);

    private final SlackSettings settings;
    private final Answerer answerer;
    private final Digests digests;
    private final Prompts prompts;
    private final SlackLedger ledger;
    private final FollowedThreads followed;
    private final ThreadBefore before;
    private final ShownAnswers shown;
    private final Rendering rendering;
    private final Notices notices;

    Respondent(
            SlackSettings settings,
            Answerer answerer,
            Digests digests,
            Prompts prompts,
            SlackLedger ledger,
            FollowedThreads followed,
            ThreadBefore before,
            ShownAnswers shown,
            Rendering rendering) {
        this.settings = settings;
        this.answerer = answerer;
        this.digests = digests;
        this.prompts = prompts;
        this.ledger = ledger;
        this.followed = followed;
        this.before = before;
        this.shown = shown;
        this.rendering = rendering;
        this.notices = new Notices(settings.command());
    }

    /**
     * The reply. Faults become a message that only the asker sees.
     *
     * @throws StorageException when the database cannot be written, so that nothing is lost by answering later
     */
    Reply reply(Inquiry inquiry, Progress progress) {
        Frame frame = Frame.of(inquiry, 1);
        try {
            Optional<Answer> known = shown.ofQuestion(inquiry.id());
            if (known.isPresent()) {
                return answered(known.get(), heading(inquiry, frame, known.get()));
            }
            if (ledger.asked(inquiry.team(), inquiry.asker(), settings.askerWindow()) > settings.questionsPerAsker()) {
                return Reply.toAsker(Notices.tooMany(
                        frame,
                        settings.questionsPerAsker(),
                        settings.askerWindow().toMinutes()));
            }
            if (inquiry.shared() && !inquiry.direct() && !settings.sharedChannels()) {
                return Reply.toAsker(Notices.sharedChannel(frame));
            }
            if (ThreadBefore.isCalledInto(inquiry)) {
                return calledInto(inquiry, frame, progress);
            }
            return reply(inquiry, asked(inquiry), frame, progress);
        } catch (StorageException e) {
            throw e;
        } catch (Exception | Error e) {
            LOG.error("cannot answer {}", inquiry.id(), e);
            return Reply.toAsker(Notices.fault(
                    frame,
                    "I could not answer: something went wrong on my side ("
                            + e.getClass().getSimpleName()
                            + "). Please ask again; if it happens again, the owner finds the reason in the log under "
                            + Marker.of(inquiry.id()) + "."));
        }
    }

    private Reply reply(Inquiry inquiry, Asked asked, Frame frame, Progress progress) {
        if (inquiry.kind() == Inquiry.Kind.MENTION && asked.wish() != Asked.Wish.STOP) {
            followed.silence(inquiry.team(), inquiry.channel(), inquiry.thread(), false);
        }
        return switch (asked.wish()) {
            case HELP -> Reply.notice(notices.help(frame, suggestions(inquiry)));
            case STOP -> {
                followed.silence(inquiry.team(), inquiry.channel(), inquiry.thread(), true);
                yield Reply.notice(Notices.stopped(frame));
            }
            case QUESTION -> {
                Question question = inquiry.withText(asked.topic()).question(settings);
                yield keep(inquiry, answerer.answer(question, progress), frame);
            }
            case DIGEST -> {
                Question question = inquiry.question(settings);
                Summary summary = digests.digest(asked.digest().orElseThrow(), asked.topic(), question.scope());
                Answer answer = SummaryBlocks.answer(summary, "summary-" + Marker.of(inquiry.id()), question);
                shown.keep(inquiry, answer, summary);
                yield answered(answer, frame);
            }
        };
    }

    private static Asked asked(Inquiry inquiry) {
        return inquiry.kind() == Inquiry.Kind.COMMAND ? Asked.command(inquiry.text()) : Asked.message(inquiry.text());
    }

    /** Answers what the thread asks, where the mention itself asks nothing. */
    private Reply calledInto(Inquiry inquiry, Frame frame, Progress progress) {
        ThreadBefore.Finding found = before.find(inquiry);
        if (found.question().isPresent()) {
            String question = found.question().get();
            return reply(inquiry.withText(question), Asked.ofQuestion(question), frame.above(question), progress);
        }
        return Reply.notice(
                found.readable() ? notices.help(frame, suggestions(inquiry)) : Notices.threadNotReadable(frame));
    }

    private static Frame heading(Inquiry inquiry, Frame frame, Answer known) {
        return ThreadBefore.isCalledInto(inquiry) ? frame.above(known.question().text()) : frame;
    }

    private Reply keep(Inquiry inquiry, Answer answer, Frame frame) {
        shown.keep(inquiry, answer);
        return answered(answer, frame);
    }

    private Reply answered(Answer answer, Frame frame) {
        boolean fault = answer instanceof Abstained abstained && abstained.reason() == Reason.FAULT;
        return new Reply(rendering.message(answer, frame), fault, Optional.of(answer));
    }

    private List<String> suggestions(Inquiry inquiry) {
        return prompts.suggest(settings.scope(inquiry.channel(), inquiry.direct()), 2);
    }
}
