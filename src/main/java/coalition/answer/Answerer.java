package coalition.answer;

/** Answers questions. Implementations are safe for several threads. */
public interface Answerer {
    /** Answers; not knowing is an answer too. Throws only for faults (the database is gone). */
    Answer answer(Question question, Progress progress);
}
