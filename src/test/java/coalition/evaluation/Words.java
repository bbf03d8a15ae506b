package coalition.evaluation;

import coalition.document.Sentence;
import coalition.model.Encoding;
import coalition.retrieval.FunctionWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** The terms and sentence vectors of a shelf's chunks. */
final class Words {
    private static final Analyzer ANALYZER = new EnglishAnalyzer();

    private final List<Map<String, Integer>> bags = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final List<List<Set<String>>> sentences = new ArrayList<>();
    private final List<List<float[]>> pooled = new ArrayList<>();

    Words(Shelf shelf) {
        for (int c = 0; c < shelf.chunks.size(); c++) {
            List<String> all =
                    terms(shelf.chunks.get(c).above() + shelf.chunks.get(c).text());
            Map<String, Integer> bag = new HashMap<>();
            all.forEach(t -> bag.merge(t, 1, Integer::sum));
            bags.add(bag);
            lengths.add(all.size());
            Encoding encoding = shelf.encoding(c);
            List<Set<String>> sets = new ArrayList<>();
            List<float[]> vectors = new ArrayList<>();
            int from = shelf.chunks.get(c).span().start();
            for (Sentence s : shelf.chunks.get(c).sentences()) {
                sets.add(new HashSet<>(terms(s.text())));
                vectors.add(encoding.pool(s.span().start() - from, s.span().end() - from));
            }
            sentences.add(sets);
            pooled.add(vectors);
        }
    }

    static List<String> terms(String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = ANALYZER.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return FunctionWords.drop(terms);
    }

    Map<String, Integer> bag(int chunk) {
        return bags.get(chunk);
    }

    int length(int chunk) {
        return lengths.get(chunk);
    }

    Set<String> sentence(int chunk, int sentence) {
        return sentences.get(chunk).get(sentence);
    }

    float[] pooled(int chunk, int sentence) {
        return pooled.get(chunk).get(sentence);
    }
}
