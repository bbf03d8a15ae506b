package coalition;

import coalition.answer.LlmSettings;
import coalition.cli.Nearest;
import coalition.slack.SlackSettings;
import coalition.storage.StorageSettings;
import coalition.web.WebSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All settings, one record a feature. The environment goes before the {@code .env} file. To add a feature's settings: write a
 * {@link SettingsSource}, name it in {@link #SOURCES}, add a component here, and list them in {@code docs/settings.md}.
 *
 * @param folders where things are
 * @param storage how the database keeps what it was given
 * @param service what the bot does while it serves
 * @param answer how questions are answered
 * @param web the local page
 * @param llm language models
 * @param slack the bot in Slack
 */
record Settings(
        FolderSettings folders,
        StorageSettings storage,
        ServiceSettings service,
        AnswerSettings answer,
        WebSettings web,
        LlmSettings llm,
        SlackSettings slack) {
    private static final FolderSettings.Source FOLDERS = new FolderSettings.Source();
    private static final StorageSettingsSource STORAGE = new StorageSettingsSource();
    private static final ServiceSettings.Source SERVICE = new ServiceSettings.Source();
    private static final AnswerSettings.Source ANSWER = new AnswerSettings.Source();
    private static final WebSettingsSource WEB = new WebSettingsSource();
    private static final LlmSettingsSource LLM = new LlmSettingsSource();
    private static final SlackSettingsSource SLACK = new SlackSettingsSource();

    /** Every source there is. */
    static final List<SettingsSource<?>> SOURCES = List.of(FOLDERS, STORAGE, SERVICE, ANSWER, WEB, LLM, SLACK);

    /** Names that begin like ours and mean something to the launcher alone. */
    private static final Set<String> LAUNCHER = Set.of("COALITION_HOME", "COALITION_JAVA_OPTIONS");

    /**
     * Reads all settings.
     *
     * @param environment goes first
     * @param file a {@code .env} file; need not be there
     * @throws SettingsException with every problem, when there is any
     */
    static Settings read(Map<String, String> environment, Path file) {
        List<String> problems = new ArrayList<>();
        Map<String, String> fromFile = EnvironmentFile.read(file, problems);
        refuseOpenSecrets(file, fromFile, problems);
        Map<String, String> values = new HashMap<>(fromFile);
        values.putAll(environment);
        refuseUnknown(values, problems);
        SettingsReader reader = new SettingsReader(values);
        Settings settings = new Settings(
                FOLDERS.read(reader),
                STORAGE.read(reader),
                SERVICE.read(reader),
                ANSWER.read(reader),
                WEB.read(reader),
                LLM.read(reader),
                SLACK.read(reader));
        problems.addAll(reader.problems());
        if (!problems.isEmpty()) {
            throw new SettingsException(problems.stream().distinct().toList());
        }
        return settings;
    }

    /** Every setting, in the order of the sources. */
    static List<Setting> all() {
        return SOURCES.stream().flatMap(source -> source.settings().stream()).toList();
    }

    private static void refuseUnknown(Map<String, String> values, List<String> problems) {
        Set<String> known = new TreeSet<>();
        for (Setting setting : all()) {
            known.add(setting.name());
            if (setting.secret()) {
                known.add(setting.fileName());
            }
        }
        for (String name : new TreeSet<>(values.keySet())) {
            if (name.startsWith("COALITION_") && !known.contains(name) && !LAUNCHER.contains(name)) {
                String near = Nearest.to(name, known)
                        .map(n -> "; did you mean " + n + "?")
                        .orElse("");
                problems.add(name + " is not a setting" + near);
            }
        }
    }

    private static void refuseOpenSecrets(Path file, Map<String, String> values, List<String> problems) {
        Set<String> secrets =
                all().stream().filter(Setting::secret).map(Setting::name).collect(Collectors.toSet());
        if (values.entrySet().stream()
                .noneMatch(e -> secrets.contains(e.getKey()) && !e.getValue().isBlank())) {
            return;
        }
        try {
            if (SettingsReader.readableByOthers(file)) {
                problems.add("'" + file + "' holds secrets and others may read it: run chmod 600 '" + file + "'");
            }
        } catch (IOException e) {
            problems.add("cannot see who may read '" + file + "': " + e);
        }
    }
}
