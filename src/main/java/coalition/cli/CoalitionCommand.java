package coalition.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command above all others: alone it shows the help; it holds the options that every command takes. */
@Command(
        name = "coalition",
        description = "Answers questions from a folder of documents, with the exact words and where they stand.",
        synopsisHeading = "%n",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        customSynopsis = "coalition COMMAND [OPTIONS]",
        footer = {
            "",
            "Examples:",
            "  coalition ask \"why did Kors leave?\"",
            "  coalition --knowledge ~/contracts ask \"who may end the lease?\"",
            "  coalition chat",
            "",
            "'coalition COMMAND --help' says more of a command. Exit codes: 0 done (not knowing is an answer too),",
            "1 a fault, 2 a command that was not understood."
        })
final class CoalitionCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Option(
            names = "--knowledge",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder of documents (default: knowledge).")
    @Nullable
    Path knowledge;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The folder of the database and the index (default: data).")
    @Nullable
    Path data;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Show the whole trace of a fault.")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    boolean version;

    private final Terminal terminal;

    CoalitionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    Folders folders() {
        return new Folders(Optional.ofNullable(knowledge), Optional.ofNullable(data));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(terminal.out());
        }
    }
}
