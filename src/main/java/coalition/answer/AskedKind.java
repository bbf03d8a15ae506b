package coalition.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Decides by its words what a single question asks for. The first pattern that fits decides. */
final class AskedKind {
    private static final String SAY =
            "(?:say|said|call|called|write|wrote|written|state|stated|claim|claimed|allege|alleged|"
                    + "argue|argued|describe|described|think|thought|comment|remark|tell|told|announce|declare|promise|respond|reply|"
                    + "mean by|accuse|complain|believe|suggest|explain|note|warn|demand|conclude|predict|refer to)";
    private static final String DO = "(?:do|does|did|has|have|had|would|could|can)";
    private static final String BE = "(?:is|are|was|were)";
    private static final String MEASURE =
            "(?:many|much|old|long|far|tall|high|large|big|often|fast|deep|heavy|wide|hot|cold|thick|frequently|young|small|expensive|strong|loud)";
    private static final String QUANTITY =
            "(?:number|percentage|percent|population|amount|price|cost|size|age|length|height|distance|weight|"
                    + "temperature|speed|share|proportion|fraction|total|area|depth|width|rate|salary|budget|fee|capacity|duration|score|ratio)";
    private static final String PERIOD =
            "(?:year|years|date|day|month|century|decade|time|period|era|season|hour|week|age)";
    private static final String PLACE =
            "(?:city|country|place|location|state|town|region|continent|street|province|island|village|county|area|"
                    + "nation|building|room|venue|site|district|river|ocean|planet|address|part of)";
    private static final String PERSON =
            "(?:person|people|man|woman|author|president|king|queen|emperor|scientist|composer|leader|player|"
                    + "company|companies|organi[sz]ation|group|team|artist|ruler|minister|general|writer|musician|engineer|actor|founder|astronomer|"
                    + "philosopher|pope|employee|manager|director|politician|character|astronaut|cosmonaut|architect)";
    private static final Map<Asked, Pattern> PATTERNS = patterns();

    private AskedKind() {}

    /** The kind; {@link Asked#TOPIC} for what is no question but keywords. */
    static Asked of(String question) {
        String text = question.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
        for (Map.Entry<Asked, Pattern> entry : PATTERNS.entrySet()) {
            if (entry.getValue().matcher(text).find()) {
                return entry.getKey();
            }
        }
        return rest(text);
    }

    private static Asked rest(String text) {
        List<Token> tokens = Token.all(text);
        if (!tokens.isEmpty() && Lexicon.AUXILIARIES.contains(tokens.getFirst().lower()) && tokens.size() > 2) {
            return Asked.YES_NO;
        }
        Pattern inner = Pattern.compile(
                "\\b(?:(who|whom|whose)|(when)|(where)|(why)|(how " + MEASURE + ")|(how)|(what|which))\\b");
        var matcher = inner.matcher(text);
        Asked found = Asked.TOPIC;
        while (matcher.find()) {
            found = inner(matcher);
            if (matcher.start() < 12) {
                break;
            }
        }
        return found;
    }

    private static Asked inner(java.util.regex.Matcher matcher) {
        List<Asked> kinds =
                List.of(Asked.WHO, Asked.WHEN, Asked.WHERE, Asked.WHY, Asked.HOW_MANY, Asked.HOW, Asked.FACT);
        for (int group = 1; group <= kinds.size(); group++) {
            if (matcher.group(group) != null) {
                return kinds.get(group - 1);
            }
        }
        return Asked.FACT;
    }

    private static Map<Asked, Pattern> patterns() {
        Map<Asked, Pattern> all = new LinkedHashMap<>();
        all.put(
                Asked.COMPARE,
                find(
                        "^(?:what|which) .*\\b(?:differences?|distinction|similarit(?:y|ies)) between\\b|^compare\\b|\\bcompared (?:to|with)\\b.*\\?"
                                + "|\\bversus\\b|\\bvs\\b|^how (?:do|does|did) .+ (?:differ|compare)\\b|^how (?:is|are|was|were) .+ different from\\b"));
        all.put(
                Asked.WHY,
                find(
                        "^(?:and |but )?(?:so )?why\\b|^how come\\b|^for what reasons?\\b|^what (?:is|was|were|are) the (?:\\w+ )?(?:reasons?|causes?|motives?|rationale|motivation)\\b"
                                + "|^what (?:caused|causes|led to|triggered|prompted|motivated|drove|made)\\b|^(?:the )?reasons? (?:for|why|behind)\\b|\\bbecause of what\\b|\\bfor what (?:reason|purpose)\\b"));
        all.put(
                Asked.QUOTE,
                find(
                        "^what (?:exactly |else )?" + DO
                                + " (?!(?:the )?(?:documents?|docs|files?|sources?|texts?|you|we)\\b).+ " + SAY
                                + "\\b|^how " + DO
                                + " .+ (?:describe|call|characteri[sz]e|refer to|respond|react|reply|comment)\\b"
                                + "|^what (?:is|was|were|are) .+'s? (?:exact )?(?:words?|comments?|statements?|remarks?|quotes?|response|reply|reaction|opinion|view|views|position|claims?|allegations?|objections?|complaints?|criticisms?)\\b"
                                + "|^what words? " + DO
                                + "\\b|^(?!how (?:much|many)\\b).*\\b(?:quote|quotes|exact words|said what)\\b"
                                + "|^what (?:was|were|is|are) (?:the )?(?:words|comments?|statements?|remarks?|quotes?|response|reaction|opinion|claims?|allegations?|objections?) (?:of|by|from|made)\\b"));
        all.put(
                Asked.HOW_MANY,
                find("\\bhow " + MEASURE
                        + "\\b|^(?:(?:in|at|by|for|to|with|about|of) )?(?:what|which) (?:is |was |are |were )?(?:the )?(?:\\w+ )?"
                        + QUANTITY + "\\b" + "|^number of\\b|\\bwhat (?:percentage|percent|number|amount)\\b"));
        all.put(
                Asked.WHEN,
                find(
                        "^(?:and |but )?(?:since |until |by |from )?when\\b|\\b(?:what|which) (?:\\w+ )?" + PERIOD
                                + "\\b|^what (?:is|was) the (?:\\w+ )?(?:date|year|day|time|deadline)\\b|^(?:the )?(?:date|year|deadline) (?:of|for|when)\\b"));
        all.put(
                Asked.LIST,
                find(
                        "^(?:list|enumerate|name (?:all|the|some|three|two|four|five|every|each|several)|give (?:me )?(?:a list|examples|some examples|an overview))\\b"
                                + "|^(?:what|which) (?:are|were) (?:all |some |the |his |her |its |their |\\w+ )?(?:\\w+ )*?(?!(?:is|was|its|this|us)\\b)\\w{2,}(?:[^su]s)\\b(?: |\\?|$)"
                                + "|^(?:what|which) (?:\\w+ )?\\w{3,}[^sui]s (?:did|do|does|has|have|had|can|must|will|should) "
                                + "|^who (?:are|were) (?:all )?(?:the|its|their|his|her|some)\\b"
                                + "|^(?:what|which) (?:\\w+ )?(?:kinds?|types?|sorts?|forms?|examples|steps|features|benefits|advantages|disadvantages|conditions|requirements|members|names|reasons|factors|countries|companies|brands|people|things|items|topics|documents|languages|products|services|methods|ways)\\b(?! of (?:\\w+ )?(?:is|was|did|does)\\b)"));
        all.put(
                Asked.WHERE,
                find(
                        "^(?:and |but )?(?:(?:from|to|near|until) )?where\\b|\\b(?:in|at|on|from|to|near|through) (?:what|which) (?:\\w+ )?"
                                + PLACE + "\\b|^(?:what|which) (?:\\w+ )?" + PLACE
                                + "\\b|^what (?:is|was) the (?:\\w+ )?(?:location|address|birthplace|headquarters|venue)\\b|^(?:the )?location of\\b"));
        all.put(
                Asked.DEFINITION,
                find(
                        "^(?:who|what) " + BE
                                + " (?!it\\b)(?!the (?:\\w+ ){1,3}(?:of|for|in|on|at|to|by|from|with)\\b)(?!(?:being|used|made|found|given|done|meant to|needed|required|called|known|named|considered|located|said|responsible|in charge|behind|against|with|from|on|in|at|for|not|right|wrong|allowed|included)\\b)(?!.* (?:for|of|about|with|from|by|in|on|at|to)\\?*$)(?:an? |the |this |that |our |your )?(?:[\\w.&'-]+)(?: [\\w.&'-]+){0,3}\\?*$"
                                + "|^(?:please )?define\\b|^(?:the )?(?:meaning|definition) of\\b|^what (?:does|do|did) .+ (?:mean|stand for)\\b|^what is meant by\\b|^who or what\\b|^explain (?:what|the term)\\b"));
        all.put(
                Asked.WHO,
                find(
                        "^(?:and |but )?(?:(?:by|to|for|with|from|of|against) )?(?:who|whom|whose)\\b|^(?:(?:by|to|for|with|from|of) )?(?:what|which) (?:\\w+ )?"
                                + PERSON + "\\b|^(?:what|which) (?:is|was) the names? of the (?:\\w+ )?" + PERSON
                                + "\\b"));
        all.put(
                Asked.HOW,
                find(
                        "^(?:and |but )?how\\b|^(?:in what|what) (?:way|ways|manner)\\b|^what steps\\b|^by what means\\b|^steps (?:to|for)\\b|^explain how\\b"));
        all.put(
                Asked.TOPIC,
                find(
                        "^(?:what (?:can you tell|do (?:you|we|the documents) (?:know|say|have)|is (?:known|said|there)|happened|about|else)\\b.*)|^(?:tell|give|show) (?:me|us)\\b"
                                + "|^(?:summari[sz]e|describe|explain|discuss|overview|summary|everything|information|details|background|facts?)\\b|^(?:more )?about\\b"));
        return all;
    }

    private static Pattern find(String regex) {
        return Pattern.compile(regex);
    }
}
