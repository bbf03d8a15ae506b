package coalition.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The folders given on the command line.
 *
 * @param knowledge the folder of documents; empty: as the settings say
 * @param data the folder of the database and the index; empty: as the settings say
 */
public record Folders(Optional<Path> knowledge, Optional<Path> data) {}
