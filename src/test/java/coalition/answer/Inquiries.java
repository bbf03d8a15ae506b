package coalition.answer;

import coalition.answer.Ranking.Candidate;
import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.Sentence;
import coalition.document.SentenceSplitter;
import coalition.document.Span;
import coalition.retrieval.Passage;
import coalition.retrieval.SentenceScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions with one short passage found for them, whose first sentence is the best. */
final class Inquiries {
    private Inquiries() {}

    static Inquiry of(String question, String text) {
        return of(question, "A", text);
    }

    /** The same in a document of this title. */
    static Inquiry of(String question, String title, String text) {
        List<Sentence> sentences = new SentenceSplitter()
                .split(text).stream().map(s -> new Sentence(s, s.in(text))).toList();
        Chunk chunk = new Chunk(
                new DocumentId("a.md"), "h", 0, title, List.of(), 0, new Span(0, text.length()), text, sentences);
        List<Candidate> candidates = new ArrayList<>();
        List<SentenceScore> scores = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            candidates.add(new Candidate(0, i, -4 * i, i == 0 ? .9 : .01, Optional.empty()));
            scores.add(new SentenceScore(1, 1));
        }
        Passage passage = new Passage(chunk, 1, 1, 1, scores);
        return new Inquiry(
                question, QuestionAnalysis.of(question), List.of(passage), List.of(), new Ranking(candidates, .9));
    }
}
