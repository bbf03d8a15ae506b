package coalition.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How well a sentence's form fits what is asked, in the units of a candidate's score; 0 where form tells nothing. */
final class Fitness {
    private static final Pattern QUOTED = Pattern.compile("[“\"«][^”\"»]*\\p{L}[^”\"»]*[”\"»]");
    private static final Pattern REASON = Pattern.compile(
            "\\b(?:because|since|due to|owing to|thanks to|in response to|as a result of|so that|in order to|the reasons?|in protest|on the grounds|out of (?:fear|concern))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PURPOSE = Pattern.compile(
            "\\b(?:therefore|caused?|to (?:avoid|prevent|protect|ensure|reduce|help|allow|make|increase|keep|gain)|led to|resulted? (?:in|from))\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IS_A = Pattern.compile(
            "^(?:The |An? )?([^,;]{1,100}?)(?:,[^,]{1,80},)? (?:is|are|was|were|means|refers to|stands for|has been|consists of) (?!not\\b|never\\b|no longer\\b)(?:(?:also|the|an?|one of)\\b|(?!\\p{Ll}+ed (?:by|in|on|at|to|from|for|with)\\b)\\p{Ll}+)");
    private static final Set<String> GENERIC = Lexicon.words(
            "document documents docs file files source sources text texts dossier report reports information info details overview"
                    + " summary summarize summarise topic facts everything background subject define definition meaning meant"
                    + " happened happen known exactly anything discuss");

    /** "What does IACC stand for?" */
    private static final Set<String> STANDING = Set.of("stand", "stands");

    private static final Set<String> NAMING = Set.of(
            Verbs.base("call"),
            Verbs.base("describe"),
            Verbs.base("label"),
            Verbs.base("characterize"),
            Verbs.base("refer"));
    private static final int LONGEST_EPITHET = 9;
    private static final double DENIED = 1.5;
    private static final double EARLIER_TOLD = 2.5;
    private static final double DECIDES = 3;
    private static final double COVERED = 1.5;

    private Fitness() {}

    static double of(QuestionAnalysis analysis, String sentence) {
        String plain = PlainWords.of(sentence).text();
        double before = Earlier.isAsked(analysis) && Earlier.isTold(plain) ? EARLIER_TOLD : 0;
        double denied = analysis.asked() != Asked.YES_NO
                        && Action.denies(Token.all(analysis.text()))
                        && Action.denies(Token.all(plain))
                ? DENIED
                : 0;
        return before + denied + ofKind(analysis, plain);
    }

    /** "Who said ...?", "Who called it ...?" */
    static boolean asksWhoSaid(QuestionAnalysis analysis) {
        return Token.all(analysis.text()).stream()
                .limit(3)
                .skip(1)
                .anyMatch(t -> Lexicon.SPEECH.contains(t.lower()) && !t.lower().startsWith("report"));
    }

    /** A sentence that has the words the question quotes, and says whose they are. */
    private static double utters(QuestionAnalysis analysis, String sentence) {
        Matcher quoted = Pattern.compile("[“\"‘«](.{3,200}?)[”\"’»](?!\\p{L})|(?<!\\p{L})'(.{3,200}?)'(?!\\p{L})")
                .matcher(analysis.text());
        if (!quoted.find()) {
            return 0;
        }
        String words = String.valueOf(quoted.group(1) == null ? quoted.group(2) : quoted.group(1));
        boolean there = sentence.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
        return there ? Attribution.speaker(sentence).isPresent() ? 4 : 3 : 0;
    }

    private static double ofKind(QuestionAnalysis analysis, String plain) {
        return switch (analysis.asked()) {
            case DEFINITION -> defines(analysis, plain) ? 3 : Definitions.names(analysis, plain) ? 2 : 0;
            case TOPIC -> introduces(analysis, plain);
            case QUOTE ->
                speaks(analysis, plain) ? (QUOTED.matcher(plain).find() ? 5 : 3.5) + names(analysis, plain) : 0;
            case WHY -> explains(analysis, plain);
            case YES_NO -> Decision.of(analysis, plain) ? DECIDES : COVERED * Decision.covered(analysis, plain);
            case WHO -> asksWhoSaid(analysis) ? utters(analysis, plain) : 0;
            case WHEN, HOW_MANY -> counted(plain) ? .5 : 0;
            default -> 0;
        };
    }

    /** "What did she call the plan?": a short quotation beside what it names, best after "is" or "as". */
    private static double names(QuestionAnalysis analysis, String sentence) {
        boolean naming = NAMING.contains(Verbs.base(analysis.action()));
        Matcher quoted = QUOTED.matcher(sentence);
        if (!naming || !quoted.find() || Token.all(quoted.group()).size() > LONGEST_EPITHET) {
            return 0;
        }
        String before = sentence.substring(0, quoted.start());
        List<Name> asked = analysis.names();
        String named = asked.isEmpty() ? "" : asked.getLast().words().getLast().text();
        boolean said = Pattern.compile(Pattern.quote(named) + "\\b[^,;.]{0,20}\\b(?:is|are|was|were|as|be|being)\\b")
                .matcher(before)
                .find();
        return said ? 3 : 1;
    }

    /** A sentence that says what the topic is comes first, then one that opens with it; what is not said tells little. */
    private static double introduces(QuestionAnalysis analysis, String sentence) {
        if (defines(analysis, sentence)) {
            return 4;
        }
        List<Token> words = Token.all(sentence);
        Set<String> topic = topic(analysis);
        boolean opens = words.stream().limit(topic.size() + 2L).anyMatch(w -> topic.contains(w.stem()));
        return (opens ? 1 : 0) - (Action.denies(words) ? 2 : 0);
    }

    /** A reason counts double beside the asked verb: "left because". */
    static double explains(QuestionAnalysis analysis, String sentence) {
        boolean acts = !analysis.action().isEmpty()
                && Token.all(sentence).stream().anyMatch(t -> Verbs.same(t.lower(), analysis.action()));
        double reason = reasons(sentence) ? 1 : PURPOSE.matcher(sentence).find() ? .4 : 0;
        return acts ? 2 * reason : reason;
    }

    /** Whether the sentence opens with all of the question's content words as its subject and says what that is. */
    static boolean defines(QuestionAnalysis analysis, String sentence) {
        Matcher matcher = IS_A.matcher(sentence);
        if (!matcher.find()) {
            return false;
        }
        Set<String> subject = Overlap.content(matcher.group(1));
        Set<String> asked = topic(analysis);
        return !asked.isEmpty() && subject.containsAll(asked) && subject.size() <= asked.size() + 4;
    }

    /** Whether the one whose words are asked for speaks in the sentence, and it has all other names of the question. */
    static boolean speaks(QuestionAnalysis analysis, String sentence) {
        List<Name> names = analysis.names().stream().filter(n -> !n.initial()).toList();
        if (names.isEmpty()) {
            return false;
        }
        boolean speaking = Attribution.speaker(sentence)
                .map(Token::all)
                .filter(s -> NameMatch.mentioned(names.getFirst(), s))
                .isPresent();
        List<Token> words = Token.all(sentence);
        return speaking && names.stream().allMatch(n -> NameMatch.mentioned(n, words));
    }

    /** The stems of what a question or keywords are about, without words that only ask for something to be said. */
    static Set<String> topic(QuestionAnalysis analysis) {
        Set<String> stems = new HashSet<>();
        analysis.keywords().stream()
                .filter(w -> !GENERIC.contains(w) && !(analysis.asked() == Asked.DEFINITION && STANDING.contains(w)))
                .map(Stem::of)
                .forEach(stems::add);
        return stems;
    }

    /** Whether the sentence gives a reason in so many words. */
    static boolean reasons(String sentence) {
        return REASON.matcher(sentence).find();
    }

    /** Whether the sentence has a number or a month. */
    static boolean counted(String sentence) {
        return Token.all(sentence).stream()
                .anyMatch(t -> t.number()
                        || Lexicon.NUMBERS.contains(t.lower())
                        || (Lexicon.MONTHS.contains(t.lower()) && t.capitalised()));
    }
}
