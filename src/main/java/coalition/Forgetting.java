package coalition;

import coalition.answer.AnswerLog;
import coalition.answer.ModelLog;
import coalition.answer.Question;
import coalition.answer.VerifiedAnswers;
import coalition.conversation.H2Conversations;
import coalition.slack.SlackFace;
import coalition.storage.Database;
import java.time.Instant;

/**
 * Removes what is kept of questions in every room: answers, thread memory, what models were asked and answered. The rooms of Slack and of
 * feedback are {@link SlackFace}'s. Backups keep what they have until they are replaced.
 */
final class Forgetting {
    private final AnswerLog answers;
    private final H2Conversations conversations;
    private final ModelLog models;
    private final VerifiedAnswers verified;

    Forgetting(Database database) {
        this.answers = new AnswerLog(database);
        this.conversations = new H2Conversations(database);
        this.models = new ModelLog(database);
        this.verified = new VerifiedAnswers(database);
    }

    /** Removes what this person asked, was told and said; how many things it was. */
    int person(String person, SlackFace face) {
        int removed = 0;
        for (Question question : face.questionsOf(person)) {
            removed += answers.forget(question.thread(), question.at());
            removed += conversations.forget(question.thread(), question.at());
            removed += models.forget(question.text(), question.at());
            removed += verified.forget(question.text(), question.at());
        }
        return removed + face.forget(person);
    }

    /** Removes what was asked before this time, by whomever; how many things it was. */
    int before(Instant time) {
        return answers.forgetBefore(time)
                + conversations.forgetBefore(time)
                + models.forgetBefore(time)
                + verified.forgetBefore(time);
    }
}
