package coalition.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a sentence must have to answer at all: an age for "how old", money for "what does it cost", a count for "how many", a time for "when". */
enum AnswerForm {
    /** How old somebody or something is. */
    AGE(
            "\\bhow old\\b|^how long (?:has|have|had) .*\\b(?:exist\\p{L}*|been around|been there)\\b|\\bwhat (?:is|was) \\S+(?: \\S+){0,3} age\\b",
            "\\b(?:old|aged?|ages|born|birth\\p{L}*|founded|foundation|established|built|created|formed|opened|began|begun|started|since|dated?|dates|dating|ago|anniversary|centuries|millennia)\\b|-year-old"),
    /** What something costs or somebody gets. */
    MONEY(
            "\\bhow much (?:money|cash)\\b|\\bhow (?:much|expensive)\\b.*\\b(?:costs?|prices?|pay|paid|pays|spend|spent|rent|salary|fees?|worth|earn|earns|earned|charged?|fined?|wages?|budget|ticket|tickets)\\b"
                    + "|\\bwhat (?:do|does|did|would|will) .+ cost\\b|^(?:the )?(?:prices?|costs?|fees?|fares?) (?:of|for)\\b"
                    + "|\\bwhat (?:is|was|are|were|'s) (?:the |its |his |her |their )?(?:\\p{L}+ ){0,3}(?:prices?|costs?|rent|salary|salaries|fees?|fines?|wages?|pay|budgets?)\\b",
            "[$€£¥₹%]|\\b(?:dollars?|euros?|pounds?|pence|cents?|usd|eur|gbp|chf|yen|francs?|crowns?|rupees?|roubles?|rubles?|yuan|pesos?|lira|lire|kronor|kroner|marks?|shillings?|guineas?|livres?|ducats?|percent|per cent|free|nothing|no charge|million|billion|trillion|thousand|hundred|[\\d,.]+ ?[kKmM])\\b|\\b\\d{1,3}(?:[.,]\\d{3})+\\b"),
    /** A year. */
    YEAR("\\b(?:what|which) year\\b", "(?!)"),
    /** How many there are. */
    COUNT("\\bhow many\\b", "(?!)"),
    /** When something is or was. */
    TIME(
            "^(?:and |but )?(?:since |until |by |from )?when\\b",
            "\\b(?:when|whenever|after|before|during|since|until|till|while|once|upon|by the time|as soon as|ago|later|earlier|early|late|now|today|tonight|tomorrow|yesterday|recent|recently"
                    + "|century|centuries|decades?|years?|months?|weeks?|days?|hours?|minutes?|noon|midnight|night|nights|morning|evening|afternoon|spring|summer|autumn|winter|fall|season"
                    + "|period|era|age|ages|reign|dynasty|time|times|end|beginning|middle|start|start of|wartime|post-war|prehistory|antiquity|medieval|renaissance|ancient|modern"
                    + "|daily|weekly|monthly|yearly|annually|annual|quarterly|always|never|immediately|soon|holidays?|christmas|easter|ramadan|eve|quarter|semester|term|following|next|last|previous|first|same|past|current|ongoing|expected|planned|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\\b"),
    /** Anything else. */
    ANY("", "");

    private static final Pattern COUNTED = Pattern.compile(
            "\\b(?:no|none|only|single|sole|pair|couple|few|many|both|dozens?|hundreds?|thousands?|millions?|first|second|third|fourth|fifth|an?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> COINS = Lexicon.words(
            "dollar dollars euro euros pound pounds pence cent cents francs crowns yen rupees usd eur gbp");
    private static final Set<String> BEFORE_YEAR = Lexicon.words(
            "in since by from until till of during before after around circa to between and year through late early mid");

    private final Pattern asked;
    private final Pattern given;

    AnswerForm(String asked, String given) {
        this.asked = Pattern.compile(asked, Pattern.CASE_INSENSITIVE);
        this.given = Pattern.compile(given, Pattern.CASE_INSENSITIVE);
    }

    /** The form that the question asks for. */
    static AnswerForm of(QuestionAnalysis analysis) {
        String text = analysis.text().replace('’', '\'');
        for (AnswerForm form : List.of(AGE, MONEY, YEAR, COUNT, TIME)) {
            if (form.asked.matcher(text).find()) {
                return form;
            }
        }
        return ANY;
    }

    /** Whether the sentence has what such an answer consists of. */
    boolean isIn(QuestionAnalysis analysis, String sentence) {
        return switch (this) {
            case ANY -> true;
            case YEAR -> Fitness.counted(sentence);
            case COUNT -> COUNTED.matcher(sentence).find() || counts(analysis, sentence);
            case AGE -> (given.matcher(sentence).find() && Fitness.counted(sentence)) || isAppositive(sentence);
            case MONEY -> given.matcher(sentence).find();
            case TIME -> given.matcher(sentence).find() || dated(sentence);
        };
    }

    /** Whether the sentence has an amount: a number that is no date, or money. */
    static boolean amounts(QuestionAnalysis analysis, String sentence) {
        return counts(analysis, sentence) || MONEY.given.matcher(sentence).find();
    }

    /** Whether it has digits or a month. */
    private static boolean dated(String sentence) {
        return Token.all(sentence).stream()
                .anyMatch(t -> t.number() || (Lexicon.MONTHS.contains(t.lower()) && t.capitalised()));
    }

    /** "Ann Low, 54, is a lawyer". */
    private static boolean isAppositive(String sentence) {
        return Pattern.compile("\\p{L}, (?:1[0-4])?\\d?\\d,").matcher(sentence).find();
    }

    /** Whether it has a number that is neither the question's own ("model 3"), nor money, nor a clock's, nor a year's. */
    private static boolean counts(QuestionAnalysis analysis, String sentence) {
        List<Token> words = Token.all(sentence);
        boolean coins = Token.all(analysis.text()).stream().anyMatch(t -> COINS.contains(t.lower()));
        for (int i = 0; i < words.size(); i++) {
            Token word = words.get(i);
            if (Lexicon.NUMBERS.contains(word.lower())) {
                return true;
            }
            if (word.number() && !isOther(analysis, words, i) && (coins || !isMoney(words, i, sentence))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOther(QuestionAnalysis analysis, List<Token> words, int i) {
        String text = words.get(i).text();
        boolean year = text.matches("1[0-9]{3}|20[0-9]{2}")
                && i > 0
                && (BEFORE_YEAR.contains(words.get(i - 1).lower())
                        || Lexicon.MONTHS.contains(words.get(i - 1).lower()));
        boolean day = Optional.of(i + 1)
                .filter(n -> n < words.size())
                .map(n -> words.get(n).lower())
                .filter(Lexicon.MONTHS::contains)
                .isPresent();
        return text.contains(":") || year || day || analysis.keywords().contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isMoney(List<Token> words, int i, String sentence) {
        int start = words.get(i).start();
        boolean sign = start > 0 && "$€£¥₹".indexOf(sentence.charAt(start - 1)) >= 0;
        boolean coin = i + 1 < words.size() && COINS.contains(words.get(i + 1).lower());
        return sign || coin || (i > 0 && COINS.contains(words.get(i - 1).lower()));
    }
}
