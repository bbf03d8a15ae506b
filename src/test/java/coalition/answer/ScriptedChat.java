package coalition.answer;

import coalition.model.Chat;
import coalition.model.ChatException;
import coalition.model.Price;
import coalition.model.Prompt;
import coalition.model.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A chat model that says what the test tells it to; what was asked can be looked at. */
final class ScriptedChat implements Chat {
    private final Function<Prompt, String> script;
    private final List<Prompt> asked = Collections.synchronizedList(new ArrayList<>());

    ScriptedChat(Function<Prompt, String> script) {
        this.script = script;
    }

    static ScriptedChat saying(String reply) {
        return new ScriptedChat(prompt -> reply);
    }

    static ScriptedChat failing(ChatException.Trouble trouble) {
        return new ScriptedChat(prompt -> {
            throw new ChatException("scripted", trouble, "");
        });
    }

    List<Prompt> asked() {
        return List.copyOf(asked);
    }

    @Override
    public String name() {
        return "scripted:m";
    }

    @Override
    public Price price() {
        return new Price(1, 2);
    }

    @Override
    public boolean structured() {
        return false;
    }

    @Override
    public Reply ask(Prompt prompt, Duration within, Consumer<String> parts) {
        asked.add(prompt);
        String reply = script.apply(prompt);
        for (int i = 0; i < reply.length(); i += 7) {
            parts.accept(reply.substring(i, Math.min(reply.length(), i + 7)));
        }
        return new Reply(reply, 100, 10);
    }
}
