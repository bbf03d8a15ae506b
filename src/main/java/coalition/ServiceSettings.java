package coalition;

import java.time.Duration;
import java.util.List;

/**
 * What the bot does while it serves.
 *
 * @param refresh how often the folder of documents is looked at
 */
record ServiceSettings(Duration refresh) {
    private static final Setting REFRESH =
            Setting.of("COALITION_REFRESH", "30s", "how often `serve` looks for documents that are new or changed");

    ServiceSettings {
        if (refresh.isZero() || refresh.isNegative()) {
            throw new IllegalArgumentException("COALITION_REFRESH: a refresh every " + refresh + " is no time");
        }
    }

    /** Reads them from the environment. */
    static final class Source implements SettingsSource<ServiceSettings> {
        @Override
        public List<Setting> settings() {
            return List.of(REFRESH);
        }

        @Override
        public ServiceSettings read(SettingsReader reader) {
            Duration refresh = reader.duration(REFRESH);
            return reader.build(() -> new ServiceSettings(refresh), new ServiceSettings(Duration.ofSeconds(30)));
        }
    }
}
