package coalition.answer;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the politeness off a question and spells its question word right; all other words stay as they were asked. */
final class PlainQuestion {
    private static final String ALL =
            "(?: (?:there|all|everyone|everybody|team|bot|folks|guys|again|a lot|so much|very much))*";
    private static final Pattern GREETING = Pattern.compile(
            "^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|day)|thanks|thank you|thx|great|perfect|cool|nice|right|yes|no|ok|okay"
                    + "|so|well|um|hmm|and|but|also|then|now)" + ALL + "(?:\\s*[,!.:;]+\\s*|\\s+[–-]\\s+)"
                    + "|^(?:hi|hello|hey|ok|okay|so|well|um|hmm|and|but|also|then|now)" + ALL
                    + "\\s+(?=(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|would|will"
                    + "|please|tell|i|in|by|since|until|from|on|at|for)\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POLITE = Pattern.compile(
            "^(?:please[, ]+|quick question[:,-]* *|one more question[:,-]* *"
                    + "|(?:can|could|would|will) (?:you|someone|anyone|anybody) (?:please |kindly )?(?:tell|explain to|remind|inform) (?:me|us) *,?"
                    + "|(?:can|could|would|will) (?:you|someone|anyone|anybody) (?:please |kindly )?(?=(?:explain|describe|list|name|summari[sz]e|define|compare)\\b)"
                    + "|(?:do|does) (?:you|anyone|anybody|someone) (?:happen to )?know(?= (?:who|whom|whose|what|which|when|where|why|how|if|whether)\\b)"
                    + "|(?:i|we)(?: would|'d|’d)? (?:really )?(?:want|wanted|like|need|would like|'d like|wish|love) to (?:know|learn|find out|understand) *,?"
                    + "|(?:i am|i'm|i’m|im|i was|we were|we are) (?:just )?(?:wondering|curious|interested to know)(?: about)?,?"
                    + "|i (?:do not|don't|don’t|dont) (?:know|understand)(?= (?:who|what|which|when|where|why|how)\\b)"
                    + "|(?:please )?(?:tell|remind|inform) (?:me|us)(?: please)?,?(?= (?:who|whom|whose|what|which|when|where|why|how|if|whether)\\b)"
                    + "|any idea(?=s? (?:who|what|which|when|where|why|how)\\b)"
                    + "|(?:according to|based on) the (?:documents?|docs|files?|sources?|texts?|dossier|report|article)[, ]+"
                    + ")\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAILING = Pattern.compile(
            "[,\\s]+(?:please|pls|plz|thanks|thank you|thx|according to the (?:documents?|docs|files?|sources?|texts?))\\s*([?.!]*)$",
            Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> SLIPS = Map.ofEntries(
            Map.entry("whats", "what is"),
            Map.entry("wat", "what"),
            Map.entry("wht", "what"),
            Map.entry("wats", "what is"),
            Map.entry("whos", "who is"),
            Map.entry("wheres", "where is"),
            Map.entry("whens", "when is"),
            Map.entry("hows", "how is"),
            Map.entry("whys", "why is"),
            Map.entry("wen", "when"),
            Map.entry("wher", "where"),
            Map.entry("wy", "why"),
            Map.entry("hw", "how"),
            Map.entry("wo", "who"),
            Map.entry("y", "why"));
    private static final Pattern CONTRACTED =
            Pattern.compile("^(who|what|where|when|how|why|that|there)['’](s|re)\\b", Pattern.CASE_INSENSITIVE);

    private PlainQuestion() {}

    /** The plain question; the question itself where nothing else is in it. */
    static String of(String question) {
        String text = question.strip().replaceAll("\\s+", " ");
        String before;
        do {
            before = text;
            text = cut(GREETING, text);
            text = cut(POLITE, text);
        } while (!text.equals(before));
        Matcher trailing = TRAILING.matcher(text);
        if (trailing.find() && trailing.start() > 0) {
            text = text.substring(0, trailing.start()) + trailing.group(1);
        }
        return spelt(text);
    }

    private static String cut(Pattern prefix, String text) {
        Matcher matcher = prefix.matcher(text);
        if (!matcher.find()) {
            return text;
        }
        String rest = text.substring(matcher.end());
        return Token.all(rest).isEmpty() ? text : rest;
    }

    /** With the first word spelt as the question word it must be, judged by the auxiliary that follows. */
    private static String spelt(String text) {
        String whole = CONTRACTED
                .matcher(text)
                .replaceFirst(m -> m.group(1) + (m.group(2).equals("s") ? " is" : " are"));
        List<Token> tokens = Token.all(whole);
        if (tokens.size() < 2) {
            return whole;
        }
        Token first = tokens.getFirst();
        String word = first.lower();
        String next = tokens.get(1).lower();
        boolean beforeVerb = Lexicon.AUXILIARIES.contains(next) || next.endsWith("ed") || Verbs.isPast(next);
        String better = SLIPS.getOrDefault(word, word);
        if (word.equals("y") && !beforeVerb) {
            better = word;
        } else if (better.equals(word) && beforeVerb && !Lexicon.STOP.contains(word)) {
            better = nearest(word);
        } else if (better.equals(word) && word.equals("hwo")) {
            better = "how";
        }
        if (better.equals(word)) {
            return whole;
        }
        String capital = better.substring(0, 1).toUpperCase(Locale.ROOT) + better.substring(1);
        return whole.substring(0, first.start()) + capital + whole.substring(first.end());
    }

    private static String nearest(String word) {
        if (word.length() < 3 || word.length() > 6) {
            return word;
        }
        for (String question : List.of("what", "when", "where", "which", "who", "why", "how", "whom", "whose")) {
            boolean start = "wh".indexOf(word.charAt(0)) >= 0;
            if (start
                    && question.length() > 2
                    && EditDistance.between(word, question) == 1
                    && word.length() >= question.length() - 1) {
                return question;
            }
        }
        return word;
    }
}
