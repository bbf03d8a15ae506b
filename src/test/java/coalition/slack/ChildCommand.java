package coalition.slack;

import coalition.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** How to start a {@link ScriptedBot} as a process of its own, with its classes archived, which halves the cost of a start. */
final class ChildCommand {
    private final List<String> options;
    private final String classPath;

    private ChildCommand(List<String> options, String classPath) {
        this.options = options;
        this.classPath = classPath;
    }

    /** A command; the classes are packed and archived in this folder by a first start and a clean end. */
    static ChildCommand of(Path folder) throws IOException, InterruptedException {
        List<String> options = List.of(
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + folder.resolve("bot.jsa"));
        ChildCommand command = new ChildCommand(options, packed(folder));
        try (FakeSlack slack = new FakeSlack()) {
            Path first = Files.createDirectory(folder.resolve("first"));
            Process bot = new ProcessBuilder(command.starting(first.toString(), slack.url(), "1", "0"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("first.log").toFile())
                    .start();
            try {
                Bench.soon().until(() -> slack.socket().isConnected());
                slack.socket()
                        .event(Events.mention("Ev1", "C1", "1.1", "", "U1", "who?"))
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join();
                Bench.soon().until(() -> !slack.messages().isEmpty());
                bot.destroy();
                bot.waitFor(60, TimeUnit.SECONDS);
            } finally {
                bot.destroyForcibly();
            }
        }
        return command;
    }

    /** The words of the command line. */
    List<String> starting(String... arguments) {
        List<String> command = new ArrayList<>(List.of(ChildJvm.java()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, ScriptedBot.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The class path with each folder as a jar: the archive takes no folders. */
    private static String packed(Path folder) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : ChildJvm.classPath().split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (!Files.isDirectory(path)) {
                entries.add(entry);
                continue;
            }
            Path jar = folder.resolve("classes" + entries.size() + ".jar");
            pack(path, jar);
            entries.add(jar.toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void pack(Path from, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(from)) {
            out.setLevel(0);
            files.filter(Files::isRegularFile)
                    .filter(f -> f.toString().endsWith(".class"))
                    .forEach(file -> {
                        try {
                            out.putNextEntry(new JarEntry(
                                    from.relativize(file).toString().replace(File.separatorChar, '/')));
                            Files.copy(file, out);
                            out.closeEntry();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
