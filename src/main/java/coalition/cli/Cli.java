package coalition.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: reads the arguments, runs a command, and words what went wrong. */
public final class Cli {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);
    private static final int DONE = 0;
    private static final int FAULT = 1;
    private static final int USAGE = 2;

    private final Terminal terminal;
    private final CoalitionCommand options;
    private final CommandLine line;

    public Cli(Terminal terminal, Bot.Source bots) {
        this.terminal = terminal;
        this.options = new CoalitionCommand(terminal);
        Room room = new Room(options, terminal, bots);
        this.line = new CommandLine(options)
                .addSubcommand(new AskCommand(room))
                .addSubcommand(new ChatCommand(room))
                .addSubcommand(new SummaryCommand(room))
                .addSubcommand(new TimelineCommand(room))
                .addSubcommand(new SidesCommand(room))
                .addSubcommand(new WhoCommand(room))
                .addSubcommand(new SourcesCommand(room))
                .addSubcommand(new IndexCommand(room))
                .addSubcommand(new ShowCommand(room))
                .addSubcommand(new LogCommand(room))
                .addSubcommand(new FeedbackCommand(room))
                .addSubcommand(new GapsCommand(room))
                .addSubcommand(new ForgetCommand(room))
                .addSubcommand(new EvalCommand(room))
                .addSubcommand(new ServeCommand(room))
                .addSubcommand(new DoctorCommand(room))
                .addSubcommand(new CompletionCommand(terminal));
        String version = Cli.class.getPackage().getImplementationVersion();
        line.getCommandSpec().version("coalition " + (version == null ? "(built from source)" : version));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(terminal.width() == 0 ? 100 : Math.clamp(terminal.width(), 60, 100))
                .setParameterExceptionHandler((e, arguments) -> refuse(e))
                .setExecutionExceptionHandler((e, command, result) -> report(e));
    }

    /** Runs one command. Returns 0 done, 1 a fault, 2 usage. */
    public int run(List<String> arguments) {
        int code = line.execute(arguments.toArray(String[]::new));
        terminal.out().flush();
        if (terminal.out().checkError() && code == DONE) {
            return FAULT;
        }
        return code;
    }

    private int report(Exception e) {
        if (options.verbose) {
            e.printStackTrace(terminal.err());
        } else {
            LOG.debug("a command met a fault", e);
        }
        terminal.say("coalition: " + (e.getMessage() == null ? e.toString() : e.getMessage()));
        return e instanceof UsageException ? USAGE : FAULT;
    }

    private int refuse(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        String wrong = String.valueOf(e.getMessage());
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            wrong = unmatched.isUnknownOption() || command.getParent() != null
                    ? unknown(command, name, first)
                    : noCommand(first);
        } else if (e instanceof MissingParameterException) {
            wrong = wrong.substring(0, 1).toLowerCase(Locale.ROOT) + wrong.substring(1);
        }
        String end = wrong.endsWith("?") ? " " : ". ";
        terminal.say("coalition: " + wrong + end + "'" + name + " --help' says more");
        return USAGE;
    }

    private static String unknown(CommandLine command, String name, String argument) {
        if (!argument.startsWith("-")) {
            return "'" + name + "' does not take '" + argument + "'";
        }
        List<String> options = command.getCommandSpec().optionsMap().keySet().stream()
                .filter(o -> o.startsWith("--"))
                .toList();
        String near = Nearest.to(argument, options)
                .map(o -> "; did you mean '" + o + "'?")
                .orElse("");
        return "'" + name + "' has no option '" + argument + "'" + near;
    }

    private String noCommand(String typed) {
        if (typed.contains(" ") || typed.endsWith("?")) {
            return "a question needs the command 'ask': coalition ask \""
                    + Paint.line(typed).replace("\"", "'") + "\"";
        }
        String near = Nearest.to(typed, line.getSubcommands().keySet())
                .map(n -> "; did you mean '" + n + "'?")
                .orElse("");
        return "there is no command '" + typed + "'" + near;
    }
}
