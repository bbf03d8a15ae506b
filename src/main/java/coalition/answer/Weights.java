package coalition.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/**
 * Learnt numbers by name, in groups: the score of something is the sum of its clues, each times its weight, plus {@code base}.
 * The shipped ones were written by the command that stands at the top of their file.
 */
final class Weights {
    private static final String RESOURCE = "weights.properties";

    private final Properties numbers;

    Weights(Properties numbers) {
        this.numbers = numbers;
    }

    /** Those that ship with the bot. */
    static Weights shipped() {
        return shipped(RESOURCE);
    }

    /** Those of a resource beside this class. */
    static Weights shipped(String resource) {
        Properties numbers = new Properties();
        try (InputStream in = Weights.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("cannot find '" + resource + "' on the class path; build again");
            }
            numbers.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read '" + resource + "'; build again", e);
        }
        return new Weights(numbers);
    }

    /** A group's weights for clues of these names; 0 for a clue that the group does not weigh. */
    Sum group(String group, List<String> names) {
        double[] weights =
                names.stream().mapToDouble(n -> number(group + "." + n)).toArray();
        return new Sum(weights, number(group + ".base"));
    }

    /** A number by its name; 0 where it is not there. */
    double number(String key) {
        String value = numbers.getProperty(key.replace(' ', '-'), "0");
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalStateException("cannot use the weight '" + key + "': '" + value + "' is no number", e);
        }
    }

    /** A weighted sum of clues. */
    static final class Sum {
        private final double[] weights;
        private final double base;

        Sum(double[] weights, double base) {
            this.weights = weights;
            this.base = base;
        }

        double of(double[] clues) {
            double sum = base;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * clues[i];
            }
            return sum;
        }

        double probability(double[] clues) {
            return 1 / (1 + Math.exp(-of(clues)));
        }
    }
}
