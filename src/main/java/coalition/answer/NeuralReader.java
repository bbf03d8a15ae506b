package coalition.answer;

import coalition.document.Sentence;
import coalition.document.Span;
import coalition.model.SpanLogits;
import coalition.model.SpanModel;
import coalition.retrieval.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads with a span model, each passage below its document's title and its heading: what the whole of its probability says of each
 * sentence, and the best words. Safe for several threads.
 */
public final class NeuralReader implements Reader {
    /** The most pieces an answer has; the model learnt from answers no longer than this. */
    private static final int LONGEST = 30;

    private final SpanModel model;

    public NeuralReader(SpanModel model) {
        this.model = model;
    }

    @Override
    public List<Reading> read(String question, List<Passage> passages) {
        List<String> heads = passages.stream().map(p -> p.chunk().above()).toList();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            texts.add(heads.get(i) + passages.get(i).chunk().text());
        }
        List<SpanLogits> logits = model.read(question, texts);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            readings.add(reading(without(heads.get(i).length(), logits.get(i)), passages.get(i)));
        }
        return List.copyOf(readings);
    }

    /** Without the pieces of the first units, which are no part of the passage. */
    private static SpanLogits without(int units, SpanLogits logits) {
        int count = logits.starts().length;
        int first = 0;
        while (first < count && logits.starts()[first] < units) {
            first++;
        }
        return new SpanLogits(
                moved(logits.starts(), first, units),
                moved(logits.ends(), first, units),
                Arrays.copyOfRange(logits.start(), first, count),
                Arrays.copyOfRange(logits.end(), first, count),
                logits.none(),
                logits.answers());
    }

    private static int[] moved(int[] places, int first, int units) {
        return IntStream.range(first, places.length).map(i -> places[i] - units).toArray();
    }

    private static Reading reading(SpanLogits logits, Passage passage) {
        int offset = passage.chunk().span().start();
        List<Sentence> sentences = passage.chunk().sentences();
        Spans spans = Spans.of(logits);
        double[] mass = new double[sentences.size()];
        double total = Math.exp(logits.none() - spans.top());
        for (int i = 0; i < logits.starts().length; i++) {
            total += spans.mass()[i];
            int sentence = sentenceAt(sentences, offset + logits.starts()[i]);
            if (sentence >= 0) {
                mass[sentence] += spans.mass()[i];
            }
        }
        List<Double> shares = new ArrayList<>();
        for (double m : mass) {
            shares.add(m / total);
        }
        double answers = 1 - Math.exp(logits.none() - spans.top()) / total;
        if (logits.answers().isPresent()) {
            answers = 1 / (1 + Math.exp(-logits.answers().getAsDouble()));
        }
        return spans.first() < 0
                ? new Reading(0, shares, Optional.empty(), 0)
                : new Reading(
                        answers,
                        shares,
                        Optional.of(new Span(
                                offset + logits.starts()[spans.first()], offset + logits.ends()[spans.last()])),
                        spans.best() - logits.none());
    }

    private static int sentenceAt(List<Sentence> sentences, int place) {
        for (int s = 0; s < sentences.size(); s++) {
            Span span = sentences.get(s).span();
            if (place >= span.start() && place < span.end()) {
                return s;
            }
        }
        return -1;
    }

    /**
     * All spans of at most {@link #LONGEST} pieces.
     *
     * @param first first piece of the best, -1 where there are no pieces
     * @param last its last piece
     * @param best its logit
     * @param top the largest logit, "no answer" included
     * @param mass sum of exp(logit - top) over the spans that start at each piece
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Spans(int first, int last, double best, double top, double[] mass) {
        static Spans of(SpanLogits logits) {
            int count = logits.start().length;
            int first = -1;
            int last = -1;
            double best = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                for (int j = i; j < Math.min(count, i + LONGEST); j++) {
                    double logit = (double) logits.start()[i] + logits.end()[j];
                    if (logit > best) {
                        best = logit;
                        first = i;
                        last = j;
                    }
                }
            }
            double top = Math.max(best, logits.none());
            double[] mass = new double[count];
            for (int i = 0; i < count; i++) {
                for (int j = i; j < Math.min(count, i + LONGEST); j++) {
                    mass[i] += Math.exp(logits.start()[i] + logits.end()[j] - top);
                }
            }
            return new Spans(first, last, best, top, mass);
        }
    }
}
