package coalition.model;

import java.nio.file.Path;

/** The shipped models, loaded once for all tests; their files stay in the build folder. */
public final class TestModels {
    private static final Models MODELS = new Models(ModelFiles.in(Path.of("target", "models")), 1);

    private TestModels() {}

    public static Models models() {
        return MODELS;
    }
}
