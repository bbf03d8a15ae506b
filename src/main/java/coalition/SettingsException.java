package coalition;

import java.util.List;

/** The settings are wrong. The message lists every problem, one a line. */
final class SettingsException extends RuntimeException {
    private final List<String> problems;

    SettingsException(List<String> problems) {
        super("the settings are wrong:\n  " + String.join("\n  ", problems) + "\ndocs/settings.md lists them all");
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
