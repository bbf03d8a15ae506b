package coalition.slack;

import coalition.answer.Answer;
import coalition.document.Library;
import coalition.summary.Summary;
import java.time.Clock;
import java.util.Optional;

/** Makes the message of whatever was answered: a summary where there is one kept for it, else the answer itself. */
final class Rendering {
    private final ShownAnswers shown;
    private final AnswerBlocks answers;
    private final SummaryBlocks summaries;

    Rendering(ShownAnswers shown, Library library, Clock clock) {
        this.shown = shown;
        this.answers = new AnswerBlocks(library, clock);
        this.summaries = new SummaryBlocks(library, clock);
    }

    Message message(Answer answer, Frame frame) {
        Optional<Summary> summary = shown.summary(answer.id());
        return summary.isPresent() && !summary.get().isEmpty()
                ? summaries.message(summary.get(), answer.id(), frame)
                : answers.message(answer, frame);
    }
}
