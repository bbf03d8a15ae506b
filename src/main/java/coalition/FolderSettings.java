package coalition;

import java.util.List;

/**
 * Where the documents are and where the bot keeps what it knows.
 *
 * @param knowledge the folder of documents
 * @param data the folder of the database and the index
 */
record FolderSettings(String knowledge, String data) {
    static final Setting KNOWLEDGE =
            Setting.of("COALITION_KNOWLEDGE", "knowledge", "the folder of documents; `--knowledge` goes before it");
    static final Setting DATA =
            Setting.of("COALITION_DATA", "data", "the folder of the database and the index; `--data` goes before it");

    /** Reads them from the environment. */
    static final class Source implements SettingsSource<FolderSettings> {
        @Override
        public List<Setting> settings() {
            return List.of(KNOWLEDGE, DATA);
        }

        @Override
        public FolderSettings read(SettingsReader reader) {
            return new FolderSettings(reader.text(KNOWLEDGE), reader.text(DATA));
        }
    }
}
