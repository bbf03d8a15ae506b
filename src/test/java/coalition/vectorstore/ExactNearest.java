package coalition.vectorstore;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.util.VectorUtil;

/** The true nearest passages of each question under each filter, found by looking at every vector: what recall is measured by. */
final class ExactNearest {
    private final Map<String, Nearest[]> nearest = new LinkedHashMap<>();

    ExactNearest(SyntheticPassages passages, int size, float[][] questions, int results) {
        SearchMeasure.FILTERS
                .keySet()
                .forEach(filter -> nearest.put(
                        filter,
                        Stream.generate(() -> new Nearest(results))
                                .limit(questions.length)
                                .toArray(Nearest[]::new)));
        for (int number = 0; number < size; number++) {
            float[] vector = passages.vector(number);
            for (int question = 0; question < questions.length; question++) {
                float cosine = VectorUtil.dotProduct(questions[question], vector);
                for (Map.Entry<String, Integer> filter : SearchMeasure.FILTERS.entrySet()) {
                    if (filter.getValue() == 1 || number % filter.getValue() == 1) {
                        of(filter.getKey())[question].add(number, cosine);
                    }
                }
            }
        }
    }

    private Nearest[] of(String filter) {
        return nearest.getOrDefault(filter, new Nearest[0]);
    }

    /** Numbers of the nearest passages by filter and question, in no order. */
    Map<String, List<Integer>> numbers() {
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        nearest.forEach((filter, questions) -> {
            for (int question = 0; question < questions.length; question++) {
                numbers.put(filter + " " + question, questions[question].numbers());
            }
        });
        return numbers;
    }

    /** The best of what it was given. */
    private static final class Nearest {
        private final int[] numbers;
        private final float[] cosines;
        private int count;

        Nearest(int limit) {
            numbers = new int[limit];
            cosines = new float[limit];
        }

        void add(int number, float cosine) {
            int place = count;
            if (count == numbers.length) {
                place = 0;
                for (int i = 1; i < count; i++) {
                    place = cosines[i] < cosines[place] ? i : place;
                }
                if (cosines[place] >= cosine) {
                    return;
                }
            } else {
                count++;
            }
            numbers[place] = number;
            cosines[place] = cosine;
        }

        List<Integer> numbers() {
            return Arrays.stream(numbers, 0, count).boxed().toList();
        }
    }

    /** Every question's vector. */
    static float[][] vectors(SyntheticPassages passages, int questions, IntStream nearTo) {
        int[] near = nearTo.toArray();
        return IntStream.range(0, questions)
                .mapToObj(question -> passages.question(question, near[question]))
                .toArray(float[][]::new);
    }
}
