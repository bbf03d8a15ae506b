package coalition.storage;

/**
 * How the database keeps what it was given.
 *
 * @param durability what a commit outlives
 * @param backups how many daily backups are kept, 0 for none
 */
public record StorageSettings(Durability durability, int backups) {
    public StorageSettings {
        if (backups < 0 || backups > 366) {
            throw new IllegalArgumentException("the number of backups is " + backups + ", not 0 to 366");
        }
    }

    /** What holds where nothing is set. */
    public static StorageSettings standard() {
        return new StorageSettings(Durability.PROCESS, 7);
    }

    /** What a commit outlives. */
    public enum Durability {
        /** The end of the process, {@code kill -9} included; up to about a second may be lost when the power fails. */
        PROCESS,
        /** A power failure too, as far as the disk keeps its word; each commit takes some milliseconds longer. */
        POWER
    }
}
