package coalition.answer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Closed classes of English words that questions and sentences are read by. All in lower case. */
final class Lexicon {
    static final Set<String> AUXILIARIES = words(
            "am is are was were be been being do does did has have had can could will would shall should may might must"
                    + " isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't can't couldn't won't wouldn't"
                    + " shouldn't mustn't isnt arent wasnt werent dont doesnt didnt hasnt havent");
    static final Set<String> BE = words("am is are was were be been being isn't aren't wasn't weren't");
    static final Set<String> PERSONAL = words("he she him her his hers it its they them their theirs");
    static final Set<String> DEMONSTRATIVES = words("this that these those such");
    static final Set<String> DETERMINERS = words("a an the any some all each every both no another other one");
    static final Set<String> PREPOSITIONS = words(
            "of in on at by for from to with about into onto over under between among during before after since until"
                    + " against within without through across around near behind beyond per via as than like upon toward"
                    + " towards above below out off up down inside outside regarding concerning despite");
    static final Set<String> CONJUNCTIONS = words("and or but nor so yet because if while although though when where"
            + " that which who whom whose whether unless than then");
    static final Set<String> QUESTION_WORDS = words("who whom whose what which when where why how");
    static final Set<String> ADVERBS = words(
            "not never also only just still already yet too very really actually even again ever now then here there"
                    + " first recently currently exactly originally eventually finally today please maybe perhaps"
                    + " usually often always however therefore thus moreover meanwhile instead rather quite");
    static final Set<String> PEOPLE = words("i me my mine we us our ours you your yours myself yourself one someone"
            + " somebody anyone anybody everyone everybody something anything nothing everything people");
    static final Set<String> STOP = union(
            List.of(
                    AUXILIARIES,
                    PERSONAL,
                    DEMONSTRATIVES,
                    DETERMINERS,
                    PREPOSITIONS,
                    CONJUNCTIONS,
                    QUESTION_WORDS,
                    ADVERBS,
                    PEOPLE,
                    words(
                            "there's it's that's what's who's where's when's how's whats whos s t tell give show list name explain"
                                    + " describe know say says said mean means many much more most less least few own same etc")));
    static final Set<String> SPEECH = words(
            "say says said saying tell tells told state states stated write writes wrote written call calls called claim"
                    + " claims claimed allege alleges alleged argue argues argued declare declares declared announce"
                    + " announces announced describe describes described comment comments commented remark remarks"
                    + " remarked add adds added explain explains explained note notes noted warn warns warned conclude"
                    + " concludes concluded continue continues continued report reports reported insist insists insisted"
                    + " admit admits admitted deny denies denied believe believes believed think thinks thought criticize"
                    + " criticized criticise criticised praise praised reply replied respond responded ask asked suggest"
                    + " suggests suggested emphasize emphasized stress stressed promise promised testify testified"
                    + " accuse accuses accused object objected demand demanded recommend recommends recommended"
                    + " propose proposes proposed observe observed complain complained according");
    /** In order. */
    static final List<String> MONTH_NAMES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    static final Set<String> MONTHS =
            words("january february march april may june july august september october november"
                    + " december jan feb mar apr jun jul aug sep sept oct nov dec");
    static final Set<String> WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday");
    static final Set<String> NUMBERS = words(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                    + " seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand"
                    + " million billion trillion dozen half third quarter once twice double triple several");

    private Lexicon() {}

    static boolean content(Token token) {
        return !STOP.contains(token.lower());
    }

    static Set<String> words(String all) {
        return Set.of(all.split(" "));
    }

    private static Set<String> union(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }
}
