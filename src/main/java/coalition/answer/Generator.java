package coalition.answer;

import coalition.conversation.Turn;
import coalition.retrieval.Passage;
import java.util.List;
import java.util.function.Consumer;

/** Drafts an answer from passages. Implementations are safe for several threads. */
public interface Generator {
    /**
     * Drafts an answer.
     *
     * @param task what to answer and from what
     * @param sentences hears each sentence as soon as it is whole, before the draft is complete; called on any one thread
     * @return the whole draft; no sentences where the passages do not answer
     */
    Draft generate(Task task, Consumer<Draft.DraftSentence> sentences);

    /**
     * What a generator works on.
     *
     * @param question as asked
     * @param standalone as understood
     * @param history the thread's last turns, oldest first
     * @param passages best first
     * @param readings one a passage
     * @param confidence the calibrated probability that the passages answer
     * @param parts what is asked, each with the sentences that may answer it; more than one where a question asks several things
     */
    record Task(
            Question question,
            String standalone,
            List<Turn> history,
            List<Passage> passages,
            List<Reading> readings,
            double confidence,
            List<Part> parts) {
        public Task {
            history = List.copyOf(history);
            passages = List.copyOf(passages);
            readings = List.copyOf(readings);
            parts = List.copyOf(parts);
        }
    }

    /**
     * One thing a question asks for.
     *
     * @param asked what it asks for, in the words it was searched with
     * @param ranking of the sentences of the task's passages; a candidate's passage is an index among the task's
     */
    record Part(QuestionAnalysis asked, Ranking ranking) {}
}
