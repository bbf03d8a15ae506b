package coalition.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A page that shows a message as Slack does, to look at. {@code main} writes one page a message kind into a folder. */
final class MessagePage {
    private static final String STYLE = """
            body{margin:0;background:#fff;font:15px/1.46 "Noto Sans","DejaVu Sans",Lato,sans-serif;color:#1d1c1d}
            .thread{width:640px;padding:18px 20px 20px}
            .message{display:flex;gap:10px;margin:0 0 14px}
            .face{width:36px;height:36px;border-radius:8px;flex:none;color:#fff;font-weight:700;text-align:center;line-height:36px}
            .who{font-weight:800}.when{color:#616061;font-size:12px;margin-left:6px}
            .app{background:#e8e8e8;color:#616061;font-size:10px;border-radius:2px;padding:1px 4px;margin-left:5px;vertical-align:1px}
            .body{flex:1;min-width:0}.block{margin:3px 0 5px}.context{color:#616061;font-size:12.5px;margin:2px 0}
            .rich{white-space:pre-wrap}.quote{border-left:4px solid #ddd;padding-left:12px;margin:4px 0;white-space:pre-wrap}
            .buttons{display:flex;flex-wrap:wrap;gap:8px;margin:9px 0 7px}
            .button{border:1px solid #bbb;border-radius:8px;padding:4px 12px;font-weight:700;font-size:13px}
            .thumbs{color:#616061;font-size:13px;display:flex;gap:16px;margin:7px 0}
            .thumbs svg{width:16px;height:16px;vertical-align:-3px;margin-right:5px;fill:none;stroke:#616061;stroke-width:1.6}
            code{border:1px solid #ddd;background:#f8f8f8;color:#c01343;border-radius:3px;padding:0 3px;font-size:12px}
            ul{margin:2px 0 2px 22px;padding:0}.at{background:#e8f5fa;color:#1264a3;border-radius:3px;padding:0 2px}
            """;
    private static final String THUMB =
            "<svg viewBox='0 0 20 20'%s><path d='M6 9v8H3V9h3zm0 0 4-7c1.5 0 2.5 1 2 3l-.6 3H16c1.2 0 1.8 1 1.5 2l-1.6 5.6c-.3.9-1 1.4-1.9 1.4H6'/></svg>";

    private MessagePage() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        for (Map.Entry<String, Message> message : Gallery.messages().entrySet()) {
            String asked =
                    message.getKey().startsWith("abstention") ? "who painted the tower?" : "who keeps the light?";
            Files.writeString(
                    folder.resolve(message.getKey() + ".html"),
                    of(asked, message.getValue().json()));
        }
    }

    static String of(String question, String blocks) {
        return "<!doctype html><meta charset=utf-8><style>" + STYLE + "</style><div class=thread>"
                + message(
                        "#4a7c59",
                        "A",
                        "Ann",
                        "",
                        "<div class=rich><span class=at>@coalition</span> " + html(question) + "</div>")
                + message(
                        "#1f3a4d",
                        "c",
                        "coalition",
                        "<span class=app>APP</span>",
                        blocks(JsonParser.parseString(blocks).getAsJsonArray()))
                + "</div>";
    }

    private static String message(String colour, String letter, String who, String badge, String body) {
        return "<div class=message><div class=face style='background:" + colour + "'>" + letter
                + "</div><div class=body><span class=who>" + who + "</span>" + badge + "<span class=when>10:00</span>"
                + body + "</div></div>";
    }

    private static String blocks(JsonArray blocks) {
        StringBuilder html = new StringBuilder();
        for (JsonElement element : blocks) {
            JsonObject block = element.getAsJsonObject();
            html.append(
                    switch (block.get("type").getAsString()) {
                        case "rich_text" -> "<div class=block>" + rich(block.getAsJsonArray("elements")) + "</div>";
                        case "context" ->
                            "<div class=context>"
                                    + html(text(block.getAsJsonArray("elements").get(0))) + "</div>";
                        case "actions" -> buttons(block.getAsJsonArray("elements"));
                        case "context_actions" -> thumbs();
                        case "header" -> "<h3>" + html(text(block.get("text"))) + "</h3>";
                        default -> "<div class=context>" + block.get("type") + "</div>";
                    });
        }
        return html.toString();
    }

    private static String thumbs() {
        return "<div class=thumbs><span>" + THUMB.formatted("") + "Helpful</span><span>"
                + THUMB.formatted(" style='transform:scaleY(-1)'") + "Not helpful</span></div>";
    }

    private static String rich(JsonArray elements) {
        StringBuilder html = new StringBuilder();
        for (JsonElement element : elements) {
            JsonObject part = element.getAsJsonObject();
            JsonArray inner = part.getAsJsonArray("elements");
            switch (part.get("type").getAsString()) {
                case "rich_text_quote" ->
                    html.append("<div class=quote>").append(runs(inner)).append("</div>");
                case "rich_text_list" -> {
                    html.append("<ul>");
                    inner.forEach(i ->
                            html.append("<li>").append(runs(i.getAsJsonObject().getAsJsonArray("elements"))));
                    html.append("</ul>");
                }
                default -> html.append("<span class=rich>").append(runs(inner)).append("</span>");
            }
        }
        return html.toString();
    }

    private static String runs(JsonArray runs) {
        StringBuilder html = new StringBuilder();
        for (JsonElement element : runs) {
            JsonObject run = element.getAsJsonObject();
            String text = html(run.get("text").getAsString());
            if (run.get("style") instanceof JsonObject style) {
                text = style.has("bold") ? "<b>" + text + "</b>" : text;
                text = style.has("code") ? "<code>" + text + "</code>" : text;
            }
            html.append(text);
        }
        return html.toString();
    }

    private static String buttons(JsonArray buttons) {
        StringBuilder html = new StringBuilder("<div class=buttons>");
        buttons.forEach(b -> html.append("<span class=button>")
                .append(html(text(b.getAsJsonObject().get("text"))))
                .append("</span>"));
        return html.append("</div>").toString();
    }

    private static String text(JsonElement element) {
        return element.getAsJsonObject().get("text").getAsString();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
