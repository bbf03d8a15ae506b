package coalition.ingest;

import coalition.document.DocumentId;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** Lists the files of a folder, without hidden ones, and follows no link out of it. */
final class FolderScan implements FileVisitor<Path> {
    private static final int DEEPEST = 64;

    private final Path root;
    private final Path realRoot;
    private final List<FoundFile> files = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();

    private FolderScan(Path root) throws IOException {
        this.root = root;
        this.realRoot = root.toRealPath();
    }

    /**
     * What lies in the folder now.
     *
     * @throws UnreadableFolderException where it is not there, is no folder or cannot be read
     */
    static FolderScan of(Path folder) {
        if (!Files.isDirectory(folder)) {
            String cause = Files.exists(folder) ? "it is no folder" : "it does not exist";
            throw new UnreadableFolderException("cannot read the folder '" + folder + "': " + cause);
        }
        try {
            FolderScan scan = new FolderScan(folder);
            Files.walkFileTree(folder, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, scan);
            scan.files.sort(Comparator.comparing(FoundFile::id));
            return scan;
        } catch (IOException e) {
            throw new UnreadableFolderException("cannot read the folder '" + folder + "': " + e, e);
        }
    }

    /** In order of their paths. */
    List<FoundFile> files() {
        return files;
    }

    List<Skipped> skipped() {
        return skipped;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return folder.equals(root) || !isHidden(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isHidden(file)) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isSymbolicLink()) {
            follow(file);
        } else if (attributes.isRegularFile()) {
            add(file, attributes);
        } else {
            skip(file, SkipReason.UNSUPPORTED, attributes.isDirectory() ? "it lies too deep" : "it is no regular file");
        }
        return FileVisitResult.CONTINUE;
    }

    private void follow(Path link) throws IOException {
        Path target;
        try {
            target = link.toRealPath();
        } catch (IOException e) {
            skip(link, SkipReason.UNREADABLE, "it is a link to nothing");
            return;
        }
        if (!target.startsWith(realRoot)) {
            skip(link, SkipReason.LINK_OUT, SkipReason.LINK_OUT.words());
        } else if (Files.isRegularFile(target)) {
            add(link, Files.readAttributes(target, BasicFileAttributes.class));
        }
    }

    private void add(Path file, BasicFileAttributes attributes) {
        files.add(new FoundFile(
                id(file), file, attributes.size(), attributes.lastModifiedTime().toInstant()));
    }

    private void skip(Path file, SkipReason reason, String words) {
        skipped.add(new Skipped(id(file).value(), reason, words));
    }

    private DocumentId id(Path file) {
        List<String> names = new ArrayList<>();
        root.relativize(file).forEach(name -> names.add(name.toString()));
        return new DocumentId(String.join("/", names));
    }

    private static boolean isHidden(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(".")
                || name.startsWith("~$")
                || name.toLowerCase(Locale.ROOT).equals("thumbs.db");
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        skip(file, SkipReason.UNREADABLE, SkipReason.UNREADABLE.words());
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @org.jspecify.annotations.Nullable IOException failure) {
        if (failure != null) {
            skip(folder, SkipReason.UNREADABLE, SkipReason.UNREADABLE.words());
        }
        return FileVisitResult.CONTINUE;
    }
}
