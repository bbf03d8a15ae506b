package coalition.cli;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes: answers to {@code out}, everything else to {@code err}.
 *
 * @param in what is typed or piped in, UTF-8
 * @param out for answers
 * @param err for everything else
 * @param colour whether {@code out} shows colours
 * @param width columns of {@code out}; 0 where it is no terminal and lines are not to be wrapped
 * @param live whether {@code err} is a terminal that shows progress
 * @param typed whether a person types into {@code in}
 */
public record Terminal(
        BufferedReader in, PrintStream out, PrintStream err, boolean colour, int width, boolean live, boolean typed) {
    /** Plain streams: no colour, no wrapping, no progress. */
    public static Terminal plain(InputStream in, PrintStream out, PrintStream err) {
        return new Terminal(reader(in), out, err, false, 0, false, false);
    }

    /** Reads UTF-8; bytes that are none become the replacement character. */
    public static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /** A painter for {@code out}. */
    Paint paint() {
        return new Paint(colour, width);
    }

    /** Says something that is not an answer. */
    void say(String sentence) {
        err.println(Paint.clean(sentence));
    }
}
