package coalition.answer;

import coalition.answer.Ranking.Candidate;
import coalition.document.Chunk;
import coalition.retrieval.Passage;
import java.util.List;
import java.util.Set;

/**
 * How sure the form of a sentence alone makes it that it is what was asked for. A reader that looks for answering words knows
 * little of topics, definitions and quotations: there it is enough that the sentence is about all that was asked.
 */
final class FormMatch {
    private static final double DEFINED = .8;
    private static final double SPOKEN = .7;
    private static final double TOPIC_IN_SENTENCE = .75;
    private static final double TOPIC_IN_PASSAGE = .55;

    private FormMatch() {}

    /** The least confidence that form warrants, 0 to 1; 0 for questions whose answer has no form. */
    static double confidence(QuestionAnalysis analysis, List<Passage> passages, Ranking ranking) {
        double best = 0;
        for (Candidate candidate : ranking.candidates()) {
            Chunk chunk = passages.get(candidate.passage()).chunk();
            String sentence = PlainWords.of(
                            chunk.sentences().get(candidate.sentence()).text())
                    .text();
            best = Math.max(best, of(analysis, sentence, chunk));
        }
        return best;
    }

    private static double of(QuestionAnalysis analysis, String sentence, Chunk chunk) {
        return switch (analysis.asked()) {
            case DEFINITION -> Fitness.defines(analysis, sentence) ? DEFINED : 0;
            case QUOTE -> Fitness.speaks(analysis, sentence) ? SPOKEN : 0;
            case TOPIC -> topic(analysis, sentence, chunk);
            default -> 0;
        };
    }

    private static double topic(QuestionAnalysis analysis, String sentence, Chunk chunk) {
        Set<String> topic = Fitness.topic(analysis);
        if (topic.isEmpty()) {
            return 0;
        }
        String around = chunk.heading() + " " + chunk.title();
        if (Overlap.content(sentence).containsAll(topic)) {
            return TOPIC_IN_SENTENCE;
        }
        return Overlap.content(around + " " + chunk.text()).containsAll(topic) ? TOPIC_IN_PASSAGE : 0;
    }
}
