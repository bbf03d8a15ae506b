package coalition.answer;

import coalition.retrieval.ChunkVectors;
import coalition.retrieval.Passage;
import coalition.retrieval.TermStatistics;
import java.util.List;

/**
 * A question, what was found and read for it, and what is right.
 *
 * @param kind answered, absent, near, twisted, unseen, untold (asked of a document that does not say) or gold (the right passage alone)
 * @param gold index of the passage that answers, -1 where none was found or none does
 * @param right for each passage and sentence whether it answers
 * @param exact for each passage the exact match of the reader's words
 * @param f1 for each passage the F1 of the reader's words
 */
@SuppressWarnings("ArrayRecordComponent")
public record Example(
        String kind,
        String question,
        TermStatistics terms,
        ChunkVectors vectors,
        List<Passage> passages,
        List<Reading> readings,
        int gold,
        boolean[][] right,
        boolean[] exact,
        double[] f1) {}
