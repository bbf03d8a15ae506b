package coalition.answer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who speaks in a sentence: "X said", "said X", "according to X", "X's letter states". */
public final class Attribution {
    private static final String VERB =
            "(?:said|says|told|wrote|writes|argued|argues|claimed|claims|alleged|alleges|stated|states|announced|announces"
                    + "|warned|warns|denied|denies|added|adds|explained|explains|insisted|insists|concluded|concludes|declared|declares|commented|remarked"
                    + "|testified|replied|replies|responded|complained|criticized|criticised|praised|accused|accuses|objected|objects|demanded|demands|proposed|proposes|asserted|asserts"
                    + "|contended|contends|emphasized|emphasised|noted|notes|observed|described|describes|called|calls|maintains|maintained|acknowledged|suggested|suggests"
                    + "|recommended|recommends|asked|promised|predicted|believes|thinks|hopes|fears|voiced|expressed|expresses|supports|opposes|opposed|rejected|rejects|welcomed|continues|continued|went on|goes on)";
    private static final String WORK =
            "(?:letter|statement|report|speech|testimony|memo|e-?mail|comment|remark|complaint|lawsuits?|petition|article|book|essay|post|blog|press release"
                    + "|spokes(?:man|woman|person)|lawyers?|attorney|representative|board|letters|statements|interview)";
    private static final Pattern AFTER_NAME = Pattern.compile(
            "^(?:['’]s? (?:\\p{L}+ ){0,2}" + WORK + "(?: to [^,;.]{1,50})?)?(?: \\([^)]*\\))?"
                    + "(?:,[^,;:“”\"]{2,100}(?:,[^,;:“”\"]{2,60})?,| who [^,;:]{2,40})?(?: (?:also|later|then|once|has|have|had|again|further|publicly|recently|openly|however|himself|herself))*,? ("
                    + VERB
                    + ")\\b(?! (?:as an?|by|(?:a|an|the|his|her|its|their) (?:letters?|books?|novels?|poems?|songs?|articles?|essays?|plays?|music|operas?))\\b)");
    private static final Pattern BEFORE_NAME = Pattern.compile(
            "(?:[,”\"’?!—–-]\\s*|\\bas )" + VERB
                    + "(?: (?:by|Mr|Mrs|Ms|Dr)\\.?)?\\s(?:(?!(?:that|of|in|to|from|on|about|at|for|with)\\b)\\p{Ll}[\\p{L}-]+ ){0,4}$|\\b(?:according to|in the (?:words|view|opinion) of|as quoted by|in a statement by)\\s(?:the |\\p{Ll}[\\p{L}-]+ ){0,4}$",
            Pattern.CASE_INSENSITIVE);

    private Attribution() {}

    /** The speaker as the sentence names them; empty where it names none. */
    public static Optional<String> speaker(String sentence) {
        List<Name> names = Names.in(sentence);
        for (Name name : names) {
            Matcher after = AFTER_NAME.matcher(sentence.substring(name.end()));
            if (!quoted(sentence, name.start()) && after.find()) {
                return Optional.of(named(name));
            }
        }
        return names.stream()
                .filter(n -> !quoted(sentence, n.start()))
                .filter(n ->
                        BEFORE_NAME.matcher(sentence.substring(0, n.start())).find())
                .map(Attribution::named)
                .findFirst();
    }

    /** Whether the place lies inside of a quotation. */
    private static boolean quoted(String sentence, int place) {
        String before = sentence.substring(0, place);
        long open = before.chars().filter(c -> c == '“').count();
        long closed = before.chars().filter(c -> c == '”').count();
        long straight = before.chars().filter(c -> c == '"').count();
        return open > closed || straight % 2 == 1;
    }

    private static String named(Name name) {
        int first = name.words().getFirst().start();
        int cut = Math.max(0, first - name.start());
        return cut < name.text().length() ? name.text().substring(cut) : name.text();
    }
}
