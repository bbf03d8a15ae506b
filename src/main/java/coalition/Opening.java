package coalition;

import coalition.cli.Bot;
import coalition.cli.Folders;
import coalition.cli.Nearest;
import coalition.cli.Terminal;
import coalition.cli.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the settings, finds the folders, and opens a bot for them. */
final class Opening implements Bot.Source {
    private final Map<String, String> environment;
    private final Path home;

    /**
     * Reads from here.
     *
     * @param environment the process's environment
     * @param home where the launcher lies: its {@code knowledge} is asked where the working directory has none
     */
    Opening(Map<String, String> environment, Path home) {
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    @Override
    public Bot open(Folders folders, Terminal terminal) {
        Path base = base();
        Settings settings;
        try {
            settings = Settings.read(environment, base.resolve(".env"));
        } catch (SettingsException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        Path knowledge =
                folders.knowledge().orElse(base.resolve(settings.folders().knowledge()));
        requireFolder(knowledge);
        Path standard = base.resolve(settings.folders().data());
        Path data = folders.data()
                .orElseGet(
                        () -> dataOf(knowledge, base.resolve(settings.folders().knowledge()), standard));
        return new Wiring(settings, knowledge, data, terminal);
    }

    /** The working directory where it has a folder of documents, else the launcher's. */
    private Path base() {
        Path here = Path.of("");
        return Files.isDirectory(here.resolve(FolderSettings.KNOWLEDGE.fallback())) ? here : home;
    }

    /** Each folder of documents gets data of its own, so that asking one does not throw away the index of another. */
    private static Path dataOf(Path knowledge, Path usual, Path data) {
        if (same(knowledge, usual)) {
            return data;
        }
        String path = real(knowledge).toString();
        Path name = real(knowledge).getFileName();
        String tag = UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 8);
        return data.resolve("other").resolve((name == null ? "root" : name.toString()) + "-" + tag);
    }

    private static boolean same(Path a, Path b) {
        return Files.isDirectory(b) && real(a).equals(real(b));
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open '" + folder + "': " + e.getMessage(), e);
        }
    }

    private static void requireFolder(Path folder) {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw new UsageException(
                    "'" + folder + "' is not a folder: name the folder it lies in with --knowledge DIR");
        }
        Path parent = folder.toAbsolutePath().normalize().getParent();
        String near = "";
        if (parent != null && Files.isDirectory(parent)) {
            try (Stream<Path> siblings = Files.list(parent)) {
                List<String> names = siblings.filter(Files::isDirectory)
                        .map(p -> String.valueOf(p.getFileName()))
                        .toList();
                near = Nearest.to(String.valueOf(folder.getFileName()), names)
                        .map(n -> "; did you mean '" + folder.resolveSibling(n) + "'?")
                        .orElse("");
            } catch (IOException e) {
                near = "";
            }
        }
        throw new UsageException("there is no folder '" + folder + "'"
                + (near.isEmpty()
                        ? ": make it and put documents into it, or name another with --knowledge DIR"
                        : near));
    }
}
