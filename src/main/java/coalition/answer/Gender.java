package coalition.answer;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a name is a woman's or a man's, as far as a title, a common first name or a pronoun after it tells. */
enum Gender {
    FEMALE,
    MALE,
    UNKNOWN;

    private static final Set<String> WOMEN = Lexicon.words(
            "mary maria marie anna ann anne anya alice amy amanda amara andrea angela barbara beatrice bella betty carol caroline catherine charlotte"
                    + " chloe christina christine claire clara daniela deborah delphine diana donna dorothy edith eleanor elena elisabeth elizabeth ella ellen"
                    + " emily emma erica eva evelyn fatima fiona frances gabriela gloria grace greta hannah heather helen helena helga ines ingrid irene isabel"
                    + " jane janet jennifer jessica joan joanna judith julia julie karen karin kate katherine kathleen kim laura lena leonie linda lisa louise lucia"
                    + " lucy lydia magdalena margaret margarita marta martha melanie melissa mia michelle miriam monica nadia nancy natalie nicole nina nora olga olivia pamela"
                    + " patricia paula petra priya rachel rebecca rita rosa rose ruth sabine samantha sandra sara sarah silvia simone sinead sofia sophia sophie stella"
                    + " stephanie susan susanne sylvia tanya teresa theresa tina ursula valentina vanessa vera veronica victoria virginia wilma yvonne zoe aisha leila mei yuki");
    private static final Set<String> MEN = Lexicon.words(
            "aaron adam adrian ahmed alan albert alejandro alessandro alexander alfred ali andrew anthony antonio arthur benjamin bernard bill bob brian bruce bruno"
                    + " carl carlos charles christian christopher daniel david dennis desmond diego donald douglas edgar edmund eduardo edward elias eric ernest eugene felix"
                    + " fernando francis francisco frank franz fred frederick gareth gary george gerald gilbert giovanni gordon graham gregory gustav hans harold harry henry"
                    + " herbert hugh hugo ian isaac ivan jack jacob james jan jason jeffrey jens jim joe john jonathan jorge jose joseph juan justin karl keith kenneth kevin"
                    + " klaus larry leon leonard lewis louis luis luke marcus marek mario mark martin matthew max michael miguel mohamed mohammed nathan nicholas nils oliver"
                    + " oskar oscar otto patrick paul pedro peter philip pierre ralph ray raymond richard robert roger roland ronald roy rudolf russell samuel scott sebastian"
                    + " simon stanley stefan stephen steve steven stuart theodore thomas tim timothy tobias tom tony victor viktor vincent walter werner wilhelm william hiroshi kenji");

    private static final Set<String> TITLES = Lexicon.words("dr prof professor judge president doctor");

    /** The gender that a name has in a text; the text may be empty. */
    static Gender of(String name, String text) {
        String quoted = Pattern.quote(name);
        List<Token> words = Token.all(name);
        String last = words.isEmpty() ? quoted : Pattern.quote(words.getLast().text());
        String first = words.stream()
                .map(Token::lower)
                .filter(w -> !TITLES.contains(w))
                .findFirst()
                .orElse("");
        if (found("\\b(?:Ms|Mrs|Miss|Lady|Queen|Princess|Dame)\\.? (?:\\p{Lu}\\S+ )?" + last, text)
                || WOMEN.contains(first)) {
            return FEMALE;
        }
        if (found("\\b(?:Mr|Sir|Lord|King|Prince)\\.? (?:\\p{Lu}\\S+ )?" + last, text) || MEN.contains(first)) {
            return MALE;
        }
        if (found(quoted + "[^.]*[.,;]? (?:She|she|her)\\b", text)) {
            return FEMALE;
        }
        return found(quoted + "[^.]*[.,;]? (?:He|he|his|him)\\b", text) ? MALE : UNKNOWN;
    }

    /** The gender of a pronoun in lower case. */
    static Gender ofPronoun(String word) {
        return switch (word) {
            case "she", "her", "hers" -> FEMALE;
            case "he", "him", "his" -> MALE;
            default -> UNKNOWN;
        };
    }

    /** Whether both may be the same one's. */
    boolean fits(Gender other) {
        return this == UNKNOWN || other == UNKNOWN || this == other;
    }

    private static boolean found(String regex, String text) {
        return Pattern.compile(regex).matcher(text).find();
    }
}
