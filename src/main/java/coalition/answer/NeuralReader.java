package coalition.answer;

import coalition.document.Chunk;
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
 * Reads with a span model, each passage below its document's title and its heading, cells of tables with their column: what the whole
 * of its probability says of each sentence, and the best words. Safe for several threads.
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
        List<LabelledRows> bodies =
                passages.stream().map(p -> LabelledRows.of(p.chunk())).toList();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            texts.add(heads.get(i) + bodies.get(i).text());
        }
        List<SpanLogits> logits = model.read(question, texts);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            readings.add(reading(inside(logits.get(i), heads.get(i).length(), bodies.get(i)), passages.get(i)));
        }
        return List.copyOf(readings);
    }

    /** Of the passage's own pieces alone, at their places in it: not of what stands above it, nor of what was put in. */
    private static SpanLogits inside(SpanLogits logits, int above, LabelledRows body) {
        int[] own = IntStream.range(0, logits.starts().length)
                .filter(i -> logits.starts()[i] >= above
                        && body.place(logits.starts()[i] - above) >= 0
                        && body.place(logits.ends()[i] - 1 - above) >= 0)
                .toArray();
        float[] start = new float[own.length];
        float[] end = new float[own.length];
        for (int i = 0; i < own.length; i++) {
            start[i] = logits.start()[own[i]];
            end[i] = logits.end()[own[i]];
        }
        return new SpanLogits(
                Arrays.stream(own)
                        .map(i -> body.place(logits.starts()[i] - above))
                        .toArray(),
                Arrays.stream(own)
                        .map(i -> body.place(logits.ends()[i] - 1 - above) + 1)
                        .toArray(),
                start,
                end,
                logits.none(),
                logits.answers());
    }

    private static Reading reading(SpanLogits logits, Passage passage) {
        int offset = passage.chunk().span().start();
        List<Sentence> sentences = passage.chunk().sentences();
        Spans spans = Spans.of(logits, limits(logits, passage.chunk()));
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
                        Optional.of(words(passage, logits.starts()[spans.first()], logits.ends()[spans.last()])),
                        spans.likeliest() - logits.none());
    }

    /** For each piece the end of its paragraph, item or row, of the next one where it stands between two: no answer crosses that. */
    private static int[] limits(SpanLogits logits, Chunk chunk) {
        int offset = chunk.span().start();
        List<Sentence> sentences = chunk.sentences();
        int[] limits = new int[logits.starts().length];
        int next = 0;
        for (int i = 0; i < limits.length; i++) {
            while (next < sentences.size() - 1 && sentences.get(next).span().end() <= offset + logits.starts()[i]) {
                next++;
            }
            int last = next;
            while (last < sentences.size() - 1 && Run.isJoined(chunk, last) && !Layout.isRecord(chunk)) {
                last++;
            }
            int end = sentences.get(last).span().end() - offset;
            limits[i] = end > logits.starts()[i] ? Math.max(end, logits.ends()[i]) : Integer.MAX_VALUE;
        }
        return limits;
    }

    /** A place of the passage, grown to whole words: pieces may begin and end inside one. */
    private static Span words(Passage passage, int start, int end) {
        String text = passage.chunk().text();
        int from = start;
        int to = end;
        while (from > 0 && goesOn(text, from)) {
            from--;
        }
        while (to < text.length() && goesOn(text, to)) {
            to++;
        }
        int offset = passage.chunk().span().start();
        return new Span(offset + from, offset + to);
    }

    /** Whether a word goes on at this place, in writing that parts words. */
    private static boolean goesOn(String text, int at) {
        char next = text.charAt(at);
        return Character.isLetterOrDigit(text.charAt(at - 1))
                && (Character.isLowerCase(next) || Character.isDigit(next));
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
     * All spans of at most {@link #LONGEST} pieces of one block.
     *
     * @param first first piece of the best, -1 where there are no pieces
     * @param last its last piece
     * @param likeliest logit of the best span, be it of several blocks: what the reader thinks of the passage as a whole
     * @param top the largest logit, "no answer" included
     * @param mass sum of exp(logit - top) over the spans that start at each piece
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Spans(int first, int last, double likeliest, double top, double[] mass) {
        static Spans of(SpanLogits logits, int[] limits) {
            int count = logits.start().length;
            int first = -1;
            int last = -1;
            double best = Double.NEGATIVE_INFINITY;
            double likeliest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < count; i++) {
                for (int j = i; j < Math.min(count, i + LONGEST); j++) {
                    double logit = (double) logits.start()[i] + logits.end()[j];
                    likeliest = Math.max(likeliest, logit);
                    if (logit > best && logits.ends()[j] <= limits[i]) {
                        best = logit;
                        first = i;
                        last = j;
                    }
                }
            }
            double top = Math.max(best, logits.none());
            double[] mass = new double[count];
            for (int i = 0; i < count; i++) {
                for (int j = i; j < Math.min(count, i + LONGEST) && logits.ends()[j] <= limits[i]; j++) {
                    mass[i] += Math.exp(logits.start()[i] + logits.end()[j] - top);
                }
            }
            return new Spans(first, last, likeliest, top, mass);
        }
    }
}
