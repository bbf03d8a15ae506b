package coalition.answer;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks with the verb that a noun stands for: "What decisions did the board make?" asks what the board decided. */
final class LightVerbs {
    private static final Map<String, String> VERBS = Map.ofEntries(
            Map.entry("decision", "decide"),
            Map.entry("announcement", "announce"),
            Map.entry("proposal", "propose"),
            Map.entry("suggestion", "suggest"),
            Map.entry("recommendation", "recommend"),
            Map.entry("agreement", "agree"),
            Map.entry("promise", "promise"),
            Map.entry("complaint", "complain"),
            Map.entry("objection", "object"),
            Map.entry("claim", "claim"),
            Map.entry("change", "change"),
            Map.entry("choice", "choose"),
            Map.entry("discovery", "discover"),
            Map.entry("improvement", "improve"),
            Map.entry("argument", "argue"),
            Map.entry("request", "request"),
            Map.entry("demand", "demand"),
            Map.entry("payment", "pay"),
            Map.entry("purchase", "buy"),
            Map.entry("resolution", "resolve"));
    private static final Pattern ASKED = Pattern.compile(
            "^(what|which) (\\p{L}+?)s? ((?:did|does|do|has|have|had|was|were|is|are) .*?)\\b(?:make|made|take|taken|reach|reached|raise|raised|give|given|have|had|pass|passed)\\b(.*)$",
            Pattern.CASE_INSENSITIVE);

    private LightVerbs() {}

    /** The plainer question; empty where the question has no such noun and verb. */
    static Optional<String> plain(String question) {
        Matcher matcher = ASKED.matcher(question.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String verb = VERBS.getOrDefault(matcher.group(2).toLowerCase(java.util.Locale.ROOT), "");
        String middle = matcher.group(3).strip();
        boolean active = middle.matches("(?i)(?:did|does|do) .+");
        return verb.isEmpty() || !active
                ? Optional.empty()
                : Optional.of(matcher.group(1) + " " + middle + " " + verb + matcher.group(4));
    }
}
