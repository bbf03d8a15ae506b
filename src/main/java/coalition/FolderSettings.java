package coalition;

import java.util.List;

/**
 * Where the documents are and where the bot keeps what it knows.
 *
 * @param knowledge the folder of documents
 * @param data the folder of the database and the index
 * @param models the folder the models are unpacked into; empty: {@code models} in the data folder
 */
record FolderSettings(String knowledge, String data, String models) {
    static final Setting KNOWLEDGE =
            Setting.of("COALITION_KNOWLEDGE", "knowledge", "the folder of documents; `--knowledge` goes before it");
    static final Setting DATA =
            Setting.of("COALITION_DATA", "data", "the folder of the database and the index; `--data` goes before it");

    private static final Setting MODELS = Setting.of(
            "COALITION_MODELS",
            "",
            "the folder the models are unpacked into, once; nothing: `models` in the data folder (the launcher: `target/models`)");

    /** Reads them from the environment. */
    static final class Source implements SettingsSource<FolderSettings> {
        @Override
        public List<Setting> settings() {
            return List.of(KNOWLEDGE, DATA, MODELS);
        }

        @Override
        public FolderSettings read(SettingsReader reader) {
            return new FolderSettings(reader.text(KNOWLEDGE), reader.text(DATA), reader.text(MODELS));
        }
    }
}
