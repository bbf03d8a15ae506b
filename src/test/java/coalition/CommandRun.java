package coalition;

import coalition.cli.Cli;
import coalition.cli.Terminal;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What came of a command, run in this process and without a terminal. */
record CommandRun(int code, String out, String err) {
    /** Over a folder of documents, with its data in another. */
    static CommandRun of(Map<String, String> environment, Path knowledge, Path data, List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new BufferedReader(new StringReader("")),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                0,
                false,
                false);
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--knowledge", knowledge.toString(), "--data", data.toString()));
        int code = new Cli(terminal, new Opening(environment, Objects.requireNonNull(data.getParent()))).run(all);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    String all() {
        return out + err;
    }
}
