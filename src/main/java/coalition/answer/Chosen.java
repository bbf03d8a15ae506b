package coalition.answer;

import coalition.document.Sentence;
import coalition.document.Span;
import java.util.List;

/**
 * A run of sentences chosen for an answer.
 *
 * @param run the sentences shown
 * @param candidate the sentence it was chosen for
 * @param marks the answering words in document offsets; empty where the reader is not sure
 */
record Chosen(Run run, Ranking.Candidate candidate, List<Span> marks) {
    Chosen {
        marks = List.copyOf(marks);
    }

    /** The sentence it was chosen for. */
    Sentence sentence() {
        return run.chunk().sentences().get(candidate.sentence());
    }
}
