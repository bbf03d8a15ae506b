package coalition.answer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tells which word forms are one verb, and which verbs say nearly the same. */
final class Verbs {
    private static final String IRREGULAR =
            "left:leave won:win wrote,written:write bought:buy sold:sell said:say became:become began,begun:begin"
                    + " built:build came:come chose,chosen:choose did,done:do drew,drawn:draw fell,fallen:fall found:find fought:fight gave,given:give"
                    + " got,gotten:get went,gone:go grew,grown:grow had:have held:hold kept:keep knew,known:know led:lead lost:lose made:make met:meet"
                    + " paid:pay ran:run rose,risen:rise saw,seen:see sent:send spent:spend stood:stand took,taken:take taught:teach told:tell"
                    + " thought:think threw,thrown:throw understood:understand wore,worn:wear broke,broken:break brought:bring caught:catch"
                    + " drank,drunk:drink drove,driven:drive ate,eaten:eat felt:feel flew,flown:fly forgot,forgotten:forget froze,frozen:freeze"
                    + " heard:hear hid,hidden:hide lent:lend lay,lain:lie meant:mean rode,ridden:ride sang,sung:sing sank,sunk:sink sat:sit"
                    + " slept:sleep spoke,spoken:speak stole,stolen:steal struck:strike swore,sworn:swear swam,swum:swim wove,woven:weave"
                    + " withdrew,withdrawn:withdraw overthrew,overthrown:overthrow underwent,undergone:undergo arose,arisen:arise bore,born,borne:bear"
                    + " bound:bind dealt:deal dug:dig fed:feed fled:flee hung:hang shot:shoot shook,shaken:shake shone:shine showed,shown:show"
                    + " died,dying:die lied,lying:lie";
    private static final String ALIKE =
            "leave quit depart exit withdraw resign|join enter|buy acquire purchase|found establish create start launch form"
                    + "|die perish|kill murder assassinate|marry wed|win defeat beat|begin start commence open|end finish conclude stop cease close"
                    + "|make produce manufacture build construct|write author pen|say state tell claim|criticize criticise condemn|fire dismiss sack"
                    + "|hire employ appoint recruit|pay spend|get receive obtain|give grant donate award|choose select pick elect|send dispatch"
                    + "|move relocate|fix repair|ban prohibit forbid|allow permit let|need require|help assist aid|reject refuse decline"
                    + "|approve accept|decide resolve agree approve adopt vote|move migrate|invent develop devise|sue litigate|publish release issue|replace succeed|increase rise grow|decrease fall drop decline shrink";
    private static final Map<String, String> BASES = bases();
    private static final Map<String, Set<Integer>> GROUPS = groups();

    private Verbs() {}

    /** The base form of a verb in lower case, cut as {@link Stem} cuts it. */
    static String base(String word) {
        return Stem.of(BASES.getOrDefault(word, word));
    }

    /** Whether the word is an irregular past form. */
    static boolean isPast(String word) {
        return BASES.containsKey(word);
    }

    /** Whether two words are forms of one verb or of verbs that say nearly the same. */
    static boolean same(String a, String b) {
        String left = base(a);
        String right = base(b);
        return left.equals(right) || alike(left, right);
    }

    private static boolean alike(String left, String right) {
        Set<Integer> mine = GROUPS.getOrDefault(left, Set.of());
        return GROUPS.getOrDefault(right, Set.of()).stream().anyMatch(mine::contains);
    }

    /** The groups of {@link #ALIKE} that each stem is in. */
    private static Map<String, Set<Integer>> groups() {
        Map<String, Set<Integer>> groups = new HashMap<>();
        int group = 0;
        for (String words : ALIKE.split("\\|")) {
            for (String word : words.split(" ")) {
                groups.computeIfAbsent(Stem.of(word), s -> new HashSet<>()).add(group);
            }
            group++;
        }
        return Map.copyOf(groups);
    }

    private static Map<String, String> bases() {
        Map<String, String> bases = new HashMap<>();
        for (String entry : IRREGULAR.split(" ")) {
            String[] halves = entry.split(":");
            for (String form : halves[0].split(",")) {
                bases.put(form, halves[1]);
            }
        }
        return Map.copyOf(bases);
    }
}
