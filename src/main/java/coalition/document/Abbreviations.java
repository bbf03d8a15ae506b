package coalition.document;

import java.util.Locale;
import java.util.Set;

/** Words that end in a dot without ending a sentence, and words that tell that a new one has begun. */
final class Abbreviations {
    private static final Set<String> BEFORE_A_NAME = words(
            "Mr Mrs Ms Mx Dr Prof Gen Sen Rep Reps Sens Gov Capt Lt Col Sgt Cpl Pvt"
                    + " Rev Hon Messrs Mme Mlle Mgr Msgr Pres Supt Adm Maj Cmdr Brig Fr Hrh Amb Atty Insp Ald Dir Ste Mt Ft Hr");
    private static final Set<String> LEADING_ON =
            words("mr mrs dr vs v viz cf approx e.g i.e eg ie ca eds incl excl resp esp bzw z.b d.h u.a vgl");
    private static final Set<String> BEFORE_A_NUMBER = words(
            "no nos nr p pp fig figs vol vols sec secs art arts ch chs chap eq eqs"
                    + " ext max min op par para paras pt pts cl tab bd abs ann app ed reg ref ver sect ser ff tel"
                    + " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun c ca approx est b d");
    private static final Set<String> INSIDE_A_NAME =
            words("Inc Co Corp Ltd LLC LLP PLC Bros Jr Sr Esq Dept Univ Assn Assoc Intl St Ave"
                    + " Blvd Rd Hwy Bldg Apt Natl Govt Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
                    + " Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa"
                    + " Tenn Tex Vt Va Wash Wis Wyo GmbH Ph.D B.Sc M.Sc LL.M inc ltd jr sr dept");
    private static final Set<String> STARTERS = words(
            "the a an this that these those it its he she they we i you his her their our my"
                    + " in on at by for from with without within as if when while where after before since until although though because"
                    + " but and or so yet however meanwhile moreover furthermore therefore thus then there here what who why how which"
                    + " both all some many most few several each every no not one two three during under over despite according also"
                    + " another other such once only even still soon later today now to of between among about upon instead");
    private static final Set<String> TIMES =
            words("monday tuesday wednesday thursday friday saturday sunday january february march april"
                    + " may june july august september october november december est edt cst cdt mst mdt pst pdt gmt utc cet cest bst et pt"
                    + " eastern pacific central mountain");
    private static final Set<String> SAYING =
            words("said says asked asks told replied replies wrote writes added adds answered cried"
                    + " shouted whispered explained exclaimed wondered demanded snapped joked recalled insisted");
    private static final Set<String> NAMES_WITH_A_MARK = words("yahoo jeopardy wham");

    private Abbreviations() {}

    /** Whether what follows this word and its dot belongs to the same sentence whatever it is. */
    static boolean leadOn(String word) {
        return BEFORE_A_NAME.contains(word)
                || LEADING_ON.contains(word)
                || (LEADING_ON.contains(lower(word)) && word.length() > 1);
    }

    /** Whether this word and its dot belong with a number after them. */
    static boolean leadToNumber(String word) {
        return BEFORE_A_NUMBER.contains(lower(word));
    }

    /** Whether this word ends in a dot of its own and may end a sentence as well. */
    static boolean mayEnd(String word) {
        return INSIDE_A_NAME.contains(word);
    }

    /** Whether a sentence often starts with this word, written with a capital. */
    static boolean starts(String word) {
        return STARTERS.contains(lower(word));
    }

    static boolean isTime(String word) {
        return TIMES.contains(lower(word));
    }

    static boolean isSaying(String word) {
        return SAYING.contains(word);
    }

    static boolean endsInMark(String word) {
        return NAMES_WITH_A_MARK.contains(lower(word));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(String list) {
        return Set.of(
                java.util.Arrays.stream(list.strip().split("\\s+")).distinct().toArray(String[]::new));
    }
}
