package coalition.answer;

import coalition.answer.Digest.Kind;
import coalition.answer.Digest.Wish;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether a question asks for a digest, and of what: "summarise the lease", "what is this about?", "who is involved?" */
final class SummaryWish {
    private static final String WORKS =
            "(?:documents?|docs|files?|folder|dossier|texts?|sources?|material|collection|contents?|knowledge(?: base)?|data|archive)";
    private static final String NOUN =
            "(?:summary|summari[sz]ation|overview|recap|synopsis|gist|run-?down|outline|(?:key|main|most important) points?|highlights|takeaways|tl;?dr|short version)";
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
            wish("what can you tell (?:me|us)()"),
            wish("(?:so )?what happened()"),
            wish("(?:what(?: is|'s) |(?:give|tell)(?: me| us)? )the (?:whole |full )?story(?: here| in short)?()"),
            wish("what(?: is|'s) going on(?: here)?()"));
    private static final String GIVE =
            "(?:(?:give|show|make|list)(?: me| us)? |(?:what is|what's|can i (?:have|get|see)) )?(?:an? |the )?(?:(?:short|full|complete|brief) )?";
    private static final List<Pattern> TIMELINE = List.of(
            wish(GIVE + "(?:timeline|chronology|(?:sequence|order|course) of events)(?: (?:of|for|about) (.+))?"),
            wish("what happened when()"),
            wish(
                    "when did (?:everything|all (?:of )?(?:this|that|it)|it all|each (?:thing|event)) (?:happen|take place)()"));
    private static final List<Pattern> SIDES = List.of(
            wish("who (?:said|says|thinks?|wants?|claims?|argues?) what()"),
            wish(
                    GIVE
                            + "(?:what are )?(?:the )?(?:two |both |different |various |opposing |all (?:the )?)?(?:sides|positions|viewpoints|points of view|perspectives|arguments on both sides|sides of the (?:story|argument|dispute))()"),
            wish(
                    "what (?:do|does|did) (?:both|the two|each|either|the different) (?:sides?|part(?:y|ies)) (?:say|think|claim|argue|want)()"));
    private static final String PEOPLE =
            "(?:people|persons|players|actors|figures|characters|stakeholders|participants|protagonists)";
    private static final List<Pattern> CAST = List.of(
            wish(
                    "who(?: is|'s| are|'re| was| were) (?:all )?(?:involved|who|(?:all )?(?:the )?(?:(?:main|key|most important|relevant) )?"
                            + PEOPLE
                            + "(?: involved| mentioned| named| here)?)(?: (?:in|of) (?:this|it|all this|the (?:case|story|matter|affair|documents?|dossier)))?()"),
            wish("(?:list|name|show(?: me)?|give me)(?: me)?(?: all)?(?: of)?(?: the)? (?:(?:main|key) )?" + PEOPLE
                    + "(?: involved| mentioned| named)?()"));
    private static final List<Pattern> SOURCES = List.of(
            wish("(?:list|show(?: me)?)(?: all)?(?: of)?(?: the| your)? (?:documents|docs|files|sources)()"),
            wish(
                    "(?:what|which)(?: are (?:the|your))? (?:documents|docs|files|sources)(?: (?:do|did|have|can) you (?:have|got|know|read|use|used|search)| are (?:there|available|in here))?()"),
            wish("(?:your |the )?sources()"),
            wish("what is (?:this|that|it|all this) based on()"));
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

    /** What is wished for; empty for another question. */
    static Optional<Wish> of(String question) {
        return first(Kind.TIMELINE, TIMELINE, question)
                .or(() -> first(Kind.SIDES, SIDES, question))
                .or(() -> first(Kind.CAST, CAST, question))
                .or(() -> first(Kind.SOURCES, SOURCES, question))
                .or(() -> first(Kind.OVERVIEW, WISHES, question))
                .filter(w -> !TALK.matcher(w.topic()).matches());
    }

    /** An overview of the lease for "tell me about the lease": that will do where no sentence says what it is. */
    static Optional<Wish> told(String question) {
        return first(Kind.OVERVIEW, TELLING, question).filter(w -> !w.topic().isEmpty());
    }

    private static Optional<Wish> first(Kind kind, List<Pattern> wishes, String question) {
        String text = question.strip().replace('’', '\'').replaceFirst("[\\s?.!]+$", "");
        for (Pattern wish : wishes) {
            Matcher matcher = wish.matcher(text);
            if (matcher.matches()) {
                String topic = Optional.ofNullable(matcher.group(1)).orElse("").strip();
                return Optional.of(new Wish(kind, EVERYTHING.matcher(topic).matches() ? "" : bare(topic)));
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
