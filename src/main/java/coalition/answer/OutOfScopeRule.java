package coalition.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses what no document could answer: sums, today's weather, jokes, commissions, orders to drop the rules. */
final class OutOfScopeRule implements AbstentionRule {
    private static final String NUMBER = "-?\\$?\\d[\\d.,]*%?";
    private static final String OPERATOR =
            "(?:\\+|-|\\*|/|\\^|x|×|÷|%|plus|minus|times|multiplied by|divided by|over|to the power of|mod)";
    private static final String START =
            "^(?:(?:please|now|hey|ok|okay|so|can you|could you|would you|will you|i want you to|you must|you should)[ ,]+)*";
    private static final Map<Pattern, String> REFUSED = refused();

    @Override
    public String name() {
        return "out-of-scope";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        String text = inquiry.standalone().strip().replace('’', '\'');
        return REFUSED.entrySet().stream()
                .filter(e -> e.getKey().matcher(text).find())
                .findFirst()
                .map(e -> new Refusal(
                        Reason.OUT_OF_SCOPE,
                        "I only answer from the documents I was given, so I cannot " + e.getValue() + "."));
    }

    private static Map<Pattern, String> refused() {
        Map<Pattern, String> all = new LinkedHashMap<>();
        all.put(
                find(
                        "(?:^|[.!?;:,]\\s+|\\b(?:and|please|now|then|must|to) )(?:ignore|disregard|forget|override|bypass|drop|skip|neglect)\\b[^.?!]{0,40}\\b(?:instructions?|rules?|prompts?|guidelines?|directions?|restrictions?|constraints?|above|everything|safety|training|documents|sources|context)\\b"
                                + "|" + START
                                + "(?:pretend|act as (?:a|an|if|though|my)\\b|role-?play|imagine you|simulate)|\\b(?:you are|you're) now (?:a|an|in|my|free)\\b|\\b(?:system|hidden|initial) prompt\\b|\\bjailbreak\\b|\\b(?:developer|debug|dan|god) mode\\b"
                                + "|" + START
                                + "(?:repeat after me|repeat the (?:words|text) above|reveal|print|output|leak|show me) (?:your|the) (?:instructions?|(?:system )?prompt|rules|configuration|secrets?|password|api keys?|tokens?|environment)\\b|"
                                + START + "(?:just )?(?:say|answer|reply|respond|repeat)(?: with| only)? [\"'“].+"),
                "follow orders that would change how I answer");
        all.put(
                find("^(?:(?:what|how much)(?: is|'s| are)|calculate|compute|evaluate|solve|work out|add up|" + START
                        + ")?:?\\s*\\(*" + NUMBER + "(?:\\s*\\)*\\s*" + OPERATOR + "\\s*\\(*\\s*" + NUMBER
                        + ")+\\s*\\)*\\s*=?\\s*[?.!]*$" + "|\\b(?:square|cube) root of " + NUMBER
                        + "|^(?:what is |what's |calculate |how much is )?" + NUMBER + " ?(?:%|percent) of " + NUMBER
                        + "\\s*\\??$|\\bfactorial of \\d|^" + START + "solve (?:for )?[a-z]\\b"),
                "do sums");
        all.put(
                find(
                        "^(?:what|how)(?: is|'s|s) the weather(?: like)?(?: (?:today|tomorrow|now|outside|there|right now|tonight|this (?:week|weekend|morning|afternoon|evening)).*)?\\s*\\??$|^(?:what|how)(?: is|'s|s|will) the (?:weather|temperature|forecast)\\b.*\\b(?:today|tomorrow|now|tonight|outside|this week|this weekend|currently)\\b"
                                + "|^(?:will|is|does) it (?:going to |gonna )?(?:be )?(?:rain|snow|raining|snowing|sunny|cold|hot|warm)\\b.*\\b(?:today|tomorrow|now|tonight|outside|weekend)\\b|^is it (?:raining|snowing|sunny)\\b|^weather(?: forecast)?(?: (?:today|tomorrow|now|in \\w+))?\\s*\\??$|\\bweather forecast\\b.*\\b(?:today|tomorrow)"),
                "tell the weather");
        all.put(
                find(
                        "^(?:what time is it|what(?: is|'s) the (?:current )?time|what(?: is|'s) the time|what(?: is|'s) (?:today's date|the date today|the current date)|what (?:day|date|year|month) is (?:it|today)|time\\?$)(?: (?:now|today|right now|in \\w+(?: \\w+)?))?\\s*\\??$"),
                "tell the time");
        all.put(
                find(START
                        + "(?:tell|make|give|crack)(?: me| us)? (?:a |an |another |some |one )?(?:\\w+ )?(?:jokes?|riddles?|laugh|fun facts?|puns?)\\b|"
                        + START + "(?:sing|rap|dance|entertain|make me laugh)\\b|\\bknock knock\\b"),
                "tell jokes");
        all.put(
                find(
                        START
                                + "(?:write|compose|draft|generate|create|make|produce|invent|code|implement|program|design|draw|paint)(?: me| us| up)? (?:a|an|some|the|my|this|in)?\\s*(?:\\w+[ -]){0,3}(?:poem|poetry|song|lyrics|story|essay|e-?mail|letter|haiku|limerick|sonnet|code|script|function|program|app|website|tweet|post|speech|resume|cv|cover letter|novel|joke|picture|image|logo|regex|sql|query|class|algorithm|blog|article|ad|slogan)s?\\b"
                                + "|" + START
                                + "(?:debug|refactor|fix|compile|run|execute) (?:this|my|the following|the) (?:code|script|function|program|query|command)\\b"),
                "write that");
        all.put(
                find(
                        START
                                + "translate\\b|^how (?:do|would|can) (?:you|i|we) say .+ in (?:french|german|spanish|italian|chinese|japanese|english|portuguese|russian|arabic|latin|dutch|polish|korean|hindi)\\b"),
                "translate");
        all.put(
                find(
                        "^(?:do|are|have|will|would|can) you (?:like|love|hate|feel|think (?:that )?(?:i|you)|believe in|dream|sleep|eat|marry|happy|sad|sentient|conscious|alive|married|single|have (?:feelings|a (?:name|soul|family|girlfriend|boyfriend)))\\b|^what(?: is|'s) your (?:favou?rite|opinion|age|hobby|gender|sign)|^what do you (?:think|feel|like|recommend)\\b|^(?:i love you|i hate you|you are (?:stupid|dumb|great|awesome|useless|smart)|you're (?:stupid|dumb|great|awesome|useless|smart))|^how old are you\\b|^where (?:are|do) you (?:from|live)\\b"),
                "speak of myself");
        all.put(
                find(
                        START
                                + "(?:book|order|buy|play|send|call|text|remind me|set (?:a|an|my)|turn (?:on|off)|open|schedule|cancel|delete|remove|install|download|hack|google)(?: me)? (?:a|an|the|my|some|this|to|that|all|every)?\\s*(?:\\w+ ){0,2}(?:flight|ticket|hotel|table|pizza|taxi|music|song|video|movie|message|e-?mail|timer|alarm|reminder|meeting|lights?|appointment|files?|database|documents?|everything|index)\\b"),
                "do that");
        return all;
    }

    private static Pattern find(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
