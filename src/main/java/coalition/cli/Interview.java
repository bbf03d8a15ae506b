package coalition.cli;

import coalition.answer.Abstained;
import coalition.answer.Answer;
import coalition.answer.AnswerJson;
import coalition.answer.Answerer;
import coalition.answer.Mode;
import coalition.answer.Progress;
import coalition.answer.Question;
import coalition.answer.Reason;
import coalition.conversation.ThreadId;
import coalition.retrieval.Scope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks questions in a thread and prints what comes back. For one thread of execution. */
final class Interview {
    private static final Logger LOG = LoggerFactory.getLogger(Interview.class);

    private final Terminal terminal;
    private final Answerer answerer;
    private final boolean json;
    private final Scope scope;
    private ThreadId thread = fresh();
    private int code;

    Interview(Terminal terminal, Answerer answerer, boolean json, Scope scope) {
        this.terminal = terminal;
        this.answerer = answerer;
        this.json = json;
        this.scope = scope;
    }

    /** The questions that follow have nothing to do with those before. */
    void newThread() {
        thread = fresh();
    }

    /** 0, or 1 when a question met a fault. */
    int code() {
        return code;
    }

    /** Answers the question on {@code out}; a fault becomes an answer that says so, and the next question may fare better. */
    void ask(String text) {
        long start = System.nanoTime();
        Question question = new Question(text, thread, "cli", Instant.now(), scope);
        Answer answer;
        try {
            answer = answerer.answer(question, Progress.none());
        } catch (RuntimeException e) {
            LOG.debug("a question met a fault", e);
            answer = fault(question, e);
        }
        if (answer instanceof Abstained abstained && abstained.reason() == Reason.FAULT) {
            code = 1;
            terminal.say(abstained.text());
            if (!json) {
                return;
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        terminal.out().print(json ? AnswerJson.line(answer, millis) + "\n" : text(answer, millis));
        terminal.out().flush();
    }

    private String text(Answer answer, long millis) {
        return new AnswerText(terminal.paint()).of(answer, millis);
    }

    private static Answer fault(Question question, RuntimeException e) {
        String said = e.getMessage() == null ? e.toString() : e.getMessage();
        return new Abstained(
                UUID.randomUUID().toString(),
                question,
                question.text(),
                Reason.FAULT,
                "the question could not be answered: " + said,
                List.of(),
                List.of(),
                0,
                Mode.TEMPLATE);
    }

    private static ThreadId fresh() {
        return new ThreadId("cli/" + UUID.randomUUID());
    }
}
