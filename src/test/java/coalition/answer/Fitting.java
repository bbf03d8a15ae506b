package coalition.answer;

import java.util.Arrays;
import java.util.List;

/** Learns weights: Adam over all examples at once, on clues brought to mean 0 and spread 1, with a penalty on their squares. */
final class Fitting {
    private static final int STEPS = 900;

    private Fitting() {}

    /** Weights for the clues and, last, the base; {@code truth} from 0 to 1, each example counted {@code share} times. */
    static double[] logistic(List<double[]> clues, double[] truth, double[] share, double penalty) {
        Scale scale = Scale.of(clues);
        int n = scale.mean.length;
        double[][] x = clues.stream().map(scale::even).toArray(double[][]::new);
        double total = Arrays.stream(share).sum();
        double[] learnt = descend(n + 1, w -> {
            double[] slope = new double[n + 1];
            for (int i = 0; i < x.length; i++) {
                double z = w[n];
                for (int d = 0; d < n; d++) {
                    z += w[d] * x[i][d];
                }
                double off = share[i] * (1 / (1 + Math.exp(-z)) - truth[i]) / total;
                for (int d = 0; d < n; d++) {
                    slope[d] += off * x[i][d];
                }
                slope[n] += off;
            }
            penalise(slope, w, n, penalty);
            return slope;
        });
        return scale.raw(learnt);
    }

    /** Weights for the clues and, last, 0: the chance of an option is the share of its exp(score) among those of its question. */
    static double[] choice(List<double[][]> options, List<boolean[]> right, double penalty) {
        Scale scale = Scale.of(options.stream().flatMap(Arrays::stream).toList());
        int n = scale.mean.length;
        double[][][] x = options.stream()
                .map(o -> Arrays.stream(o).map(scale::even).toArray(double[][]::new))
                .toArray(double[][][]::new);
        double[] learnt = descend(n + 1, w -> {
            double[] slope = new double[n + 1];
            for (int q = 0; q < x.length; q++) {
                double[] all = shares(x[q], w, every(x[q].length));
                double[] good = shares(x[q], w, right.get(q));
                for (int i = 0; i < all.length; i++) {
                    for (int d = 0; d < n; d++) {
                        slope[d] += (all[i] - good[i]) * x[q][i][d] / x.length;
                    }
                }
            }
            penalise(slope, w, n, penalty);
            return slope;
        });
        learnt[n] = 0;
        double[] raw = scale.raw(learnt);
        raw[n] = 0;
        return raw;
    }

    private static boolean[] every(int n) {
        boolean[] flags = new boolean[n];
        Arrays.fill(flags, true);
        return flags;
    }

    private static double[] shares(double[][] rows, double[] w, boolean[] only) {
        double[] score = new double[rows.length];
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows.length; i++) {
            for (int d = 0; d < rows[i].length; d++) {
                score[i] += w[d] * rows[i][d];
            }
            if (!only[i]) {
                score[i] = Double.NEGATIVE_INFINITY;
            }
            top = Math.max(top, score[i]);
        }
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            score[i] = Math.exp(score[i] - top);
            sum += score[i];
        }
        for (int i = 0; i < rows.length; i++) {
            score[i] /= sum;
        }
        return score;
    }

    private static void penalise(double[] slope, double[] w, int n, double penalty) {
        for (int d = 0; d < n; d++) {
            slope[d] += penalty * w[d];
        }
    }

    private interface Slope {
        double[] at(double[] weights);
    }

    private static double[] descend(int n, Slope slope) {
        double[] w = new double[n];
        double[] mean = new double[n];
        double[] square = new double[n];
        for (int t = 1; t <= STEPS; t++) {
            double[] g = slope.at(w);
            double rate = .1 * Math.min(1, 2.0 * (STEPS - t) / STEPS);
            for (int d = 0; d < n; d++) {
                mean[d] += .1 * (g[d] - mean[d]);
                square[d] += .01 * (g[d] * g[d] - square[d]);
                double m = mean[d] / (1 - Math.pow(.9, t));
                double v = square[d] / (1 - Math.pow(.99, t));
                w[d] -= rate * m / (Math.sqrt(v) + 1e-8);
            }
        }
        return w;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Scale(double[] mean, double[] spread) {
        static Scale of(List<double[]> rows) {
            int n = rows.getFirst().length;
            double[] mean = new double[n];
            double[] spread = new double[n];
            for (double[] row : rows) {
                for (int d = 0; d < n; d++) {
                    mean[d] += row[d] / rows.size();
                }
            }
            for (double[] row : rows) {
                for (int d = 0; d < n; d++) {
                    spread[d] += (row[d] - mean[d]) * (row[d] - mean[d]) / rows.size();
                }
            }
            for (int d = 0; d < n; d++) {
                spread[d] = Math.max(1e-3, Math.sqrt(spread[d]));
            }
            return new Scale(mean, spread);
        }

        double[] even(double[] row) {
            double[] even = new double[row.length];
            for (int d = 0; d < row.length; d++) {
                even[d] = (row[d] - mean[d]) / spread[d];
            }
            return even;
        }

        double[] raw(double[] w) {
            double[] raw = w.clone();
            for (int d = 0; d < mean.length; d++) {
                raw[d] = w[d] / spread[d];
                raw[mean.length] -= raw[d] * mean[d];
            }
            return raw;
        }
    }
}
