package coalition.model;

import coalition.model.ChatException.Trouble;
import java.util.function.Consumer;

/** Collects what a model says aloud and passes it on. For one thread. */
final class Heard implements Consumer<String> {
    private static final int LONGEST = 12_000;
    private static final int LONGEST_WITH_THOUGHTS = 200_000;

    private final StringBuilder text = new StringBuilder();
    private final SpokenPart spoken = new SpokenPart();
    private final String model;
    private final Consumer<String> parts;
    private int heard;

    Heard(String model, Consumer<String> parts) {
        this.model = model;
        this.parts = parts;
    }

    @Override
    public void accept(String part) {
        heard += part.length();
        pass(spoken.add(part));
    }

    private void pass(String said) {
        text.append(said);
        if (text.length() > LONGEST || heard > LONGEST_WITH_THOUGHTS) {
            throw new ChatException(model, Trouble.BROKEN, "the reply has no end");
        }
        if (!said.isEmpty()) {
            parts.accept(said);
        }
    }

    /** No more comes. */
    void over() {
        pass(spoken.end());
    }

    /** Whether anything came, thoughts included. */
    boolean any() {
        return heard > 0;
    }

    String text() {
        return text.toString();
    }
}
