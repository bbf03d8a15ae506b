package coalition;

import coalition.answer.Answerer;
import coalition.cli.Bot;
import coalition.cli.Check;
import coalition.cli.Terminal;
import coalition.document.Library;
import java.nio.file.Path;
import java.util.List;

/** Puts the rooms together for one pair of folders; opens only what is asked for. */
final class Wiring implements Bot {
    private final Settings settings;
    private final Path knowledge;
    private final Path data;
    private final Terminal terminal;

    Wiring(Settings settings, Path knowledge, Path data, Terminal terminal) {
        this.settings = settings;
        this.knowledge = knowledge;
        this.data = data;
        this.terminal = terminal;
    }

    @Override
    public Answerer answerer() {
        throw new UnsupportedOperationException("nothing is wired yet for " + knowledge + " and " + data + terminal);
    }

    @Override
    public Library library() {
        throw new UnsupportedOperationException("nothing is wired yet");
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.good("settings", settings.folders().toString()));
    }

    @Override
    public void serve() {
        throw new UnsupportedOperationException("nothing is wired yet");
    }

    @Override
    public void close() {}
}
