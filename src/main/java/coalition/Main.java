package coalition;

import coalition.cli.Cli;
import coalition.cli.Terminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the bot from a command line. */
public final class Main {
    /** Kept here because the logging of the JDK forgets loggers that nobody holds. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private Main() {}

    /** Runs one command and exits with its code: 0 done, 1 a fault, 2 usage. */
    public static void main(String[] arguments) {
        // it advises to pass options to the JVM, which is nothing for who asks a question
        LUCENE.setLevel(Level.SEVERE);
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        Terminal terminal = terminal(System.getenv(), out, err);
        Path home = Path.of(System.getProperty("coalition.home", ""));
        int code = new Cli(terminal, new Opening(System.getenv(), home)).run(List.of(arguments));
        out.flush();
        err.flush();
        // threads of libraries must not keep a finished command alive
        System.exit(code);
    }

    /** The launcher says in properties what it sees of the terminal: the JVM cannot tell the two outputs apart. */
    private static Terminal terminal(Map<String, String> environment, PrintStream out, PrintStream err) {
        boolean outIsTerminal = Boolean.getBoolean("coalition.terminal.out");
        boolean quiet = environment.containsKey("NO_COLOR") || "dumb".equals(environment.get("TERM"));
        return new Terminal(
                Terminal.reader(System.in),
                out,
                err,
                outIsTerminal && !quiet,
                outIsTerminal ? Integer.getInteger("coalition.terminal.columns", 80) : 0,
                Boolean.getBoolean("coalition.terminal.err"),
                Boolean.getBoolean("coalition.terminal.in"));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), 8192), true, StandardCharsets.UTF_8);
    }
}
