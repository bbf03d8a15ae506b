package coalition.slack;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import java.util.List;

/** Blocks and views as the JSON Slack documents: the SDK also writes each style that is off, which is left out here. */
final class BlockJson {
    private static final Gson GSON = GsonFactory.createSnakeCase();

    private BlockJson() {}

    static String write(List<LayoutBlock> blocks) {
        return write(GSON.toJsonTree(blocks));
    }

    static String write(View view) {
        return write(GSON.toJsonTree(view));
    }

    private static String write(JsonElement tree) {
        prune(tree);
        return tree.toString();
    }

    private static void prune(JsonElement element) {
        if (element instanceof JsonArray array) {
            array.forEach(BlockJson::prune);
        } else if (element instanceof JsonObject object) {
            if (object.get("style") instanceof JsonObject style) {
                style.entrySet()
                        .removeIf(e ->
                                e.getValue().isJsonPrimitive() && !e.getValue().getAsBoolean());
            }
            object.entrySet().forEach(e -> prune(e.getValue()));
        }
    }
}
