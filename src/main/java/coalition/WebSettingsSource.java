package coalition;

import coalition.web.WebSettings;
import java.util.List;

/** Reads {@link WebSettings} from the environment. */
final class WebSettingsSource implements SettingsSource<WebSettings> {
    private static final Setting ON = Setting.of("COALITION_WEB", "on", "whether `serve` offers the local page");
    private static final Setting PORT = Setting.of(
            "COALITION_WEB_PORT",
            "8642",
            "the local page's port; it listens on the loopback address only; `0` takes a free one");

    @Override
    public List<Setting> settings() {
        return List.of(ON, PORT);
    }

    @Override
    public WebSettings read(SettingsReader reader) {
        return new WebSettings(reader.flag(ON), reader.integer(PORT, 0, 65535));
    }
}
