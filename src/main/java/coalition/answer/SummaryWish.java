package coalition.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a question asks for a summary, and of what: "summarise the lease", "what is this about?" */
final class SummaryWish {
    private static final String WORKS =
            "(?:documents?|docs|files?|folder|dossier|texts?|sources?|material|collection|contents?|knowledge(?: base)?|data|archive)";
    private static final String NOUN =
            "(?:summary|summari[sz]ation|overview|recap|synopsis|gist|run-?down|outline|(?:key|main|most important) (?:points?|facts?|findings?|messages?)|highlights|takeaways|tl;?dr|short version)";
    private static final List<Pattern> WISHES = List.of(
            wish("(?:summari[sz]e|sum up|recap|outline)(?: (?:for me|briefly|quickly|in short))*(?: (.+))?"),
            wish(
                    "(?:(?:give|show|write|get|make|send|provide)(?: me| us)? |(?:i|we) (?:need|want) |what(?: is|'s| are) |can (?:i|we) (?:get|have|see) )?(?:an? |the |your )?"
                            + "(?:(?:short|brief|quick|one[- ]paragraph|high[- ]level|general|main|executive) )*"
                            + NOUN + "(?: (?:of|on|about|for|from|in) (.+))?"),
            wish("what (?:is|are|was|were) (.+?) (?:all )?about"),
            wish("what's (.+?) (?:all )?about"),
            wish("what (?:do|does) ((?:the|these|this|those|your|my|our|all)(?: of)?(?: the| these)? " + WORKS
                    + ") (?:say|contain|cover|tell(?: us| me)?|describe|discuss)"),
            wish("what(?: is|'s) in ((?:the|these|this|those|your|my|our|all)(?: of)?(?: the| these)? " + WORKS + ")"),
            wish("what can you tell (?:me|us)()"));
    private static final List<Pattern> TELLING = List.of(
            wish("(?:tell|teach|show) (?:me|us) (?:more |something |everything |all )?about (.+)"),
            wish("what (?:do you know|can you tell (?:me|us)|do (?:the|these|your) " + WORKS
                    + " (?:say|tell(?: us| me)?)|is there|is known|is said) (?:about|on) (.+)"),
            wish("(?:more |everything |all |information |info |details )?(?:about|on) (.+)"));
    private static final Pattern EVERYTHING = wish(
            "(?:it|all|this|these|that|those|everything|(?:all(?: of)? )?(?:it|this|these|them|that|those))(?: all)?"
                    + "|(?:all(?: of)? )?(?:(?:the|these|this|those|your|my|our|whole|entire|full|all) )*" + WORKS);
    private static final Pattern TALK = wish(
            "(?:.* )?(?:this|our|the|that|last|previous|above)? ?(?:thread|conversation|chat|channel|discussion|page|messages?|answers?)");

    private SummaryWish() {}

    /** What is to be summed up; an empty string for everything, empty for another question. */
    static Optional<String> of(String question) {
        return first(WISHES, question).filter(t -> !TALK.matcher(t).matches());
    }

    /** The topic of "tell me about the lease": a summary of it will do where no sentence says what it is. */
    static Optional<String> told(String question) {
        return first(TELLING, question).filter(t -> !t.isEmpty());
    }

    private static Optional<String> first(List<Pattern> wishes, String question) {
        String text = question.strip().replace('’', '\'').replaceFirst("[\\s?.!]+$", "");
        for (Pattern wish : wishes) {
            Matcher matcher = wish.matcher(text);
            if (matcher.matches()) {
                String topic = Optional.ofNullable(matcher.group(1)).orElse("").strip();
                return Optional.of(EVERYTHING.matcher(topic).matches() ? "" : bare(topic));
            }
        }
        return Optional.empty();
    }

    private static String bare(String topic) {
        String lower = topic.toLowerCase(Locale.ROOT);
        for (String start : List.of("of ", "on ", "about ", "what is said about ")) {
            if (lower.startsWith(start)) {
                return topic.substring(start.length()).strip();
            }
        }
        return topic;
    }

    private static Pattern wish(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
