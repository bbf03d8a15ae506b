package coalition.summary;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.retrieval.ChunkVectors;
import coalition.summary.Summary.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Picks the sentences that stand for many: near to the middle of what is said, each far from those picked before. */
final class Overview {
    private static final double VARIETY = .65;
    private static final double EARLY = .08;
    /** A sentence, not a title, a row or a label. */
    private static final Pattern WHOLE = Pattern.compile("^\\P{Ll}.*[.!?…][\\s\"'”’»)\\]*_]*$", Pattern.DOTALL);

    private final ChunkVectors vectors;

    Overview(ChunkVectors vectors) {
        this.vectors = vectors;
    }

    /**
     * The most central sentences, grouped by document in the documents' order.
     *
     * @param weights how much each sentence is worth besides being central; one a sentence
     * @param most how many at most
     * @param each how many of one document at most
     */
    Summary of(String title, List<Told> all, List<Double> weights, int most, int each, String notice) {
        Sheet sheet = new Sheet(title);
        Map<DocumentId, List<Told>> picked = picked(all, weights, most, each);
        for (DocumentId document :
                all.stream().map(t -> t.chunk().document()).distinct().toList()) {
            List<Told> mine = picked.getOrDefault(document, List.of());
            List<Line> lines = new ArrayList<>();
            mine.stream().filter(t -> !sheet.isKnown(t.run())).forEach(t -> lines.add(sheet.line("", t.run())));
            sheet.add(mine.isEmpty() ? "" : mine.getFirst().chunk().title(), lines);
        }
        return sheet.finished(notice);
    }

    /** The same sentences by document, the one of the most central sentence first, in each as they stand there. */
    Map<DocumentId, List<Told>> picked(List<Told> all, List<Double> weights, int most, int each) {
        Map<DocumentId, List<Told>> picked = new LinkedHashMap<>();
        int count = 0;
        for (Told told : ordered(all, weights, most * 4)) {
            List<Told> mine = picked.getOrDefault(told.chunk().document(), List.of());
            if (count < most && mine.size() < each && !new Repetition(picked).repeats(told)) {
                picked.computeIfAbsent(told.chunk().document(), d -> new ArrayList<>())
                        .add(told);
                count++;
            }
        }
        picked.values()
                .forEach(mine ->
                        mine.sort(Comparator.comparingInt(t -> t.run().span().start())));
        return picked;
    }

    /** The sentences by maximal marginal relevance, at most so many. */
    private List<Told> ordered(List<Told> all, List<Double> weights, int most) {
        Map<String, List<float[]>> cache = new HashMap<>();
        List<float[]> places = all.stream().map(t -> vector(t, cache)).toList();
        float[] middle = mean(places);
        double[] worth = new double[all.size()];
        for (int i = 0; i < worth.length; i++) {
            worth[i] = weights.get(i) + dot(places.get(i), middle) + form(all.get(i));
        }
        double[] nearest = new double[all.size()];
        boolean[] used = new boolean[all.size()];
        List<Told> picked = new ArrayList<>();
        while (picked.size() < Math.min(most, all.size())) {
            int best = -1;
            for (int i = 0; i < worth.length; i++) {
                if (!used[i] && (best < 0 || value(worth, nearest, i) > value(worth, nearest, best))) {
                    best = i;
                }
            }
            used[best] = true;
            picked.add(all.get(best));
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = Math.max(nearest[i], dot(places.get(i), places.get(best)));
            }
        }
        return picked;
    }

    private static double value(double[] worth, double[] nearest, int i) {
        return VARIETY * worth[i] - (1 - VARIETY) * nearest[i];
    }

    /** Sentences that open a document tell more; short, long and leaning ones, rows, commands and questions tell less. */
    private static double form(Told told) {
        int words = coalition.answer.Token.all(told.text()).size();
        double form = told.chunk().ordinal() == 0 && told.index() == 0 ? 3 * EARLY : told.index() == 0 ? EARLY : 0;
        form -= words < 7 || words > 50 ? .2 : 0;
        form -= !WHOLE.matcher(told.text()).find() || told.text().contains(" | ") ? .3 : 0;
        form -= coalition.answer.Leaning.on(told.text()) ? .2 : 0;
        return told.text().endsWith("?") || told.text().endsWith(":") ? form - .3 : form;
    }

    private float[] vector(Told told, Map<String, List<float[]>> cache) {
        Chunk chunk = told.chunk();
        List<float[]> sentences = cache.computeIfAbsent(chunk.id(), id -> vectors.sentences(chunk));
        return told.index() < sentences.size() ? sentences.get(told.index()) : new float[0];
    }

    private static float[] mean(List<float[]> all) {
        int dimension = all.stream().mapToInt(v -> v.length).max().orElse(0);
        float[] mean = new float[dimension];
        for (float[] one : all) {
            for (int d = 0; d < one.length; d++) {
                mean[d] += one[d];
            }
        }
        double length = Math.sqrt(dot(mean, mean));
        for (int d = 0; d < dimension && length > 0; d++) {
            mean[d] /= (float) length;
        }
        return mean;
    }

    private static double dot(float[] a, float[] b) {
        double dot = 0;
        for (int d = 0; d < Math.min(a.length, b.length); d++) {
            dot += a[d] * b[d];
        }
        return dot;
    }

    /** What was picked so far. */
    private record Repetition(Map<DocumentId, List<Told>> picked) {
        boolean repeats(Told told) {
            return picked.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(p -> coalition.answer.Overlap.repeats(p.text(), told.text())
                            || p.run().overlaps(told.run()));
        }
    }
}
