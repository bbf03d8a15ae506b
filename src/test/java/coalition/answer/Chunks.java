package coalition.answer;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.Sentence;
import coalition.document.Span;
import coalition.retrieval.Passage;
import coalition.retrieval.SentenceScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Chunks written by hand: a text and which runs of it are its sentences. */
final class Chunks {
    private Chunks() {}

    static Chunk of(String title, String heading, String text, String... sentences) {
        List<Sentence> found = new ArrayList<>();
        int from = 0;
        for (String sentence : sentences) {
            int start = text.indexOf(sentence, from);
            from = start + sentence.length();
            found.add(new Sentence(new Span(start, from), sentence));
        }
        List<String> headings = heading.isEmpty() ? List.of() : List.of(heading);
        return new Chunk(new DocumentId("a.md"), "h", 0, title, headings, 0, new Span(0, text.length()), text, found);
    }

    static Passage passage(Chunk chunk) {
        SentenceScore[] scores = new SentenceScore[chunk.sentences().size()];
        Arrays.fill(scores, new SentenceScore(.5, .5));
        return new Passage(chunk, 1, .5, .5, List.of(scores));
    }

    /** The words shown of each run. */
    static List<String> shown(List<Run> runs) {
        return runs.stream().map(Run::shown).toList();
    }
}
