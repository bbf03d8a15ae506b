package coalition.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks blocks and views against the limits in Slack's Block Kit reference (docs.slack.dev/reference/block-kit). */
final class SlackLimits {
    private static final int MESSAGE_TOGETHER = 12_000;
    private static final Set<String> BLOCKS =
            Set.of("actions", "context", "context_actions", "divider", "header", "input", "rich_text", "section");

    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private SlackLimits() {}

    /** What is wrong with a message's blocks; empty when nothing is. */
    static List<String> check(String blocks) {
        SlackLimits limits = new SlackLimits();
        if (blocks.length() >= MESSAGE_TOGETHER) {
            limits.problems.add("the blocks together have " + blocks.length() + " characters");
        }
        limits.blocks(JsonParser.parseString(blocks).getAsJsonArray(), 50);
        return limits.problems;
    }

    /** What is wrong with a view. */
    static List<String> checkView(String view) {
        SlackLimits limits = new SlackLimits();
        JsonObject object = JsonParser.parseString(view).getAsJsonObject();
        limits.atMost("view", view, 250_000);
        if (object.get("type").getAsString().equals("modal")) {
            limits.plain("title", object.get("title"), 24);
        }
        for (String name : List.of("close", "submit")) {
            if (object.has(name)) {
                limits.plain(name, object.get(name), 24);
            }
        }
        if (object.has("private_metadata")) {
            limits.atMost("private_metadata", object.get("private_metadata").getAsString(), 3_000);
        }
        limits.blocks(object.getAsJsonArray("blocks"), 100);
        return limits.problems;
    }

    private void blocks(JsonArray blocks, int most) {
        if (blocks.size() > most) {
            problems.add(blocks.size() + " blocks");
        }
        for (JsonElement element : blocks) {
            JsonObject block = element.getAsJsonObject();
            String type = block.get("type").getAsString();
            if (!BLOCKS.contains(type)) {
                problems.add("block of type " + type);
            }
            if (block.has("block_id")) {
                String id = block.get("block_id").getAsString();
                atMost("block_id", id, 255);
                if (!ids.add(id)) {
                    problems.add("block_id " + id + " twice");
                }
            }
            switch (type) {
                case "actions" -> elements(block, 25);
                case "context" -> elements(block, 10);
                case "context_actions" -> elements(block, 5);
                case "header" -> plain("header", block.get("text"), 150);
                case "section" -> atMost("section", text(block.get("text")), 3_000);
                case "input" -> plain("label", block.get("label"), 2_000);
                case "rich_text" -> rich(block);
                default -> {}
            }
        }
    }

    private void elements(JsonObject block, int most) {
        JsonArray elements = block.getAsJsonArray("elements");
        if (elements.isEmpty() || elements.size() > most) {
            problems.add(elements.size() + " elements in " + block.get("type"));
        }
        Set<String> actions = new HashSet<>();
        for (JsonElement element : elements) {
            JsonObject object = element.getAsJsonObject();
            String type = object.get("type").getAsString();
            if (object.has("action_id") && !actions.add(object.get("action_id").getAsString())) {
                problems.add("action_id " + object.get("action_id") + " twice in a block");
            }
            switch (type) {
                case "button" -> {
                    plain("button", object.get("text"), 75);
                    atMost("value", object.get("value").getAsString(), 2_000);
                    atMost("action_id", object.get("action_id").getAsString(), 255);
                }
                case "feedback_buttons" -> {
                    feedback(object, "positive_button");
                    feedback(object, "negative_button");
                }
                case "plain_text", "mrkdwn" -> {
                    if (text(element).isEmpty()) {
                        problems.add("empty text");
                    }
                    atMost("context", text(element), 3_000);
                }
                default -> problems.add("element of type " + type);
            }
        }
    }

    private void feedback(JsonObject element, String name) {
        JsonObject button = element.getAsJsonObject(name);
        plain(name, button.get("text"), 75);
        atMost("value", button.get("value").getAsString(), 2_000);
    }

    private void rich(JsonObject block) {
        JsonArray elements = block.getAsJsonArray("elements");
        if (elements.isEmpty()) {
            problems.add("rich_text without elements");
        }
        for (JsonElement element : elements) {
            if (element.getAsJsonObject().get("type").getAsString().equals("rich_text_list")) {
                rich(element.getAsJsonObject());
                continue;
            }
            JsonArray runs = element.getAsJsonObject().getAsJsonArray("elements");
            if (runs.isEmpty()) {
                problems.add("an empty run of rich text");
            }
            for (JsonElement run : runs) {
                JsonObject object = run.getAsJsonObject();
                if (!object.get("type").getAsString().equals("text")) {
                    problems.add("rich text of type " + object.get("type"));
                } else if (object.get("text").getAsString().isEmpty()) {
                    problems.add("an empty text in rich text");
                }
                if (object.has("style")) {
                    for (Map.Entry<String, JsonElement> style :
                            object.getAsJsonObject("style").entrySet()) {
                        if (!Set.of("bold", "italic", "strike", "code", "underline")
                                .contains(style.getKey())) {
                            problems.add("style " + style.getKey());
                        }
                    }
                }
            }
        }
    }

    private void plain(String name, JsonElement text, int most) {
        if (!text.getAsJsonObject().get("type").getAsString().equals("plain_text")) {
            problems.add(name + " is not plain text");
        }
        if (text(text).isEmpty()) {
            problems.add(name + " is empty");
        }
        atMost(name, text(text), most);
    }

    private static String text(JsonElement element) {
        return element.getAsJsonObject().get("text").getAsString();
    }

    private void atMost(String name, String text, int most) {
        if (text.length() > most) {
            problems.add(name + " has " + text.length() + " characters, at most " + most);
        }
    }
}
