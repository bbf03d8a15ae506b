package coalition.model;

import java.util.List;
import java.util.Locale;

/**
 * Leaves out what some models think aloud before they answer, between {@code <think>} and {@code </think>} and the like. For one
 * reply and one thread.
 */
final class SpokenPart {
    private static final List<String> TAGS = List.of("<think>", "<thinking>", "<thought>", "<reasoning>");

    private final StringBuilder held = new StringBuilder();
    private String closing = "";
    private boolean speaking;

    /** Takes the next piece; what of all that came may be passed on now, often nothing. */
    String add(String part) {
        if (speaking) {
            return part;
        }
        held.append(part);
        while (true) {
            if (!closing.isEmpty()) {
                int end = held.indexOf(closing);
                if (end < 0) {
                    return "";
                }
                held.delete(0, end + closing.length());
                closing = "";
            }
            String start = held.toString().stripLeading();
            String lower = start.toLowerCase(Locale.ROOT);
            if (TAGS.stream().anyMatch(tag -> tag.length() > lower.length() && tag.startsWith(lower))) {
                return "";
            }
            String opened = TAGS.stream().filter(lower::startsWith).findFirst().orElse("");
            if (opened.isEmpty()) {
                speaking = true;
                held.setLength(0);
                return start;
            }
            held.setLength(0);
            held.append(start.substring(opened.length()));
            closing = "</" + opened.substring(1);
        }
    }

    /** What is left when the reply is over: a start that looked like a tag and was none. */
    String end() {
        String rest = speaking || !closing.isEmpty() ? "" : held.toString().strip();
        held.setLength(0);
        return rest;
    }
}
