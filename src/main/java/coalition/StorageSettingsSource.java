package coalition;

import coalition.storage.StorageSettings;
import java.util.List;

/** Reads {@link StorageSettings} from the environment. */
final class StorageSettingsSource implements SettingsSource<StorageSettings> {
    private static final Setting DURABILITY = Setting.of(
            "COALITION_DURABILITY",
            "process",
            "`process`: what was acknowledged outlives the process, `kill -9` included; `power`: a power failure too, some"
                    + " milliseconds slower a write");
    private static final Setting BACKUPS =
            Setting.of("COALITION_BACKUPS", "7", "how many daily backups of the database `serve` keeps; `0` for none");

    @Override
    public List<Setting> settings() {
        return List.of(DURABILITY, BACKUPS);
    }

    @Override
    public StorageSettings read(SettingsReader reader) {
        return new StorageSettings(
                reader.choice(DURABILITY, StorageSettings.Durability.class), reader.integer(BACKUPS, 0, 366));
    }
}
