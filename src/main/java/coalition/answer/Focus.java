package coalition.answer;

import coalition.conversation.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom and what a thread speaks of, judged by its last turns.
 *
 * @param mentions the names, best guess for a pronoun first
 * @param asked what the last question without a proper name was about; empty where it named somebody or something
 */
record Focus(List<Mention> mentions, Optional<String> asked) {
    private static final Set<String> BODIES = Lexicon.words(
            "inc corp corporation company co ltd llc plc group holdings bank university college school institute association"
                    + " coalition organization organisation union league club society foundation council committee commission"
                    + " agency department ministry office court journal times post news press museum church party army navy"
                    + " force forces team fund center centre hospital airport station street city county state republic"
                    + " kingdom empire river lake sea ocean mountain island islands war treaty act conference festival games"
                    + " project program programme system board authority service services network airlines motors industries");
    private static final String ROLE =
            "(?:counsel|director|president|chairman|chairwoman|chair|ceo|cfo|cto|officer|minister|king|queen|emperor|author|writer|"
                    + "professor|engineer|founder|co-founder|manager|composer|pianist|scientist|physicist|chemist|mathematician|lawyer|"
                    + "attorney|judge|senator|governor|mayor|secretary|commander|captain|colonel|actor|actress|singer|player|"
                    + "coach|artist|painter|architect|poet|philosopher|priest|bishop|pope|doctor|physician|nurse|teacher|analyst|editor|"
                    + "journalist|reporter|spokesman|spokeswoman|spokesperson|owner|leader|head|executive|partner|consultant|developer|"
                    + "designer|explorer|astronaut|cosmonaut|politician|activist|historian|economist|caliph|sultan|prince|princess|duke|man|woman|employee|assistant|technician)";
    private static final Set<String> COINS = Lexicon.words("eur usd gbp chf jpy");
    private static final int DEPTH = 3;

    Focus {
        mentions = List.copyOf(mentions);
    }

    static Focus of(List<Turn> turns) {
        List<Mention> mentions = new ArrayList<>();
        for (int back = 0; back < Math.min(DEPTH, turns.size()); back++) {
            Turn turn = turns.get(turns.size() - 1 - back);
            String answer = turn.chunks().isEmpty() ? "" : turn.answer().replaceAll("\\s*\\[\\d+]", ".");
            add(mentions, turn.standalone(), turn, answer, 2d - back);
            add(mentions, answer, turn, answer, 1.5 - back);
        }
        return new Focus(mentions, asked(turns));
    }

    /** What the last turn asked about, or one before it where that says nothing new; a name asked about later comes first. */
    private static Optional<String> asked(List<Turn> turns) {
        for (Turn turn : turns.reversed()) {
            String standalone = turn.standalone();
            Optional<String> asked = AskedThing.in(standalone);
            boolean named = Names.in(standalone).stream().anyMatch(n -> !n.initial());
            if (asked.isPresent() || named || turn.question().equals(standalone)) {
                return named ? Optional.empty() : asked;
            }
        }
        return Optional.empty();
    }

    /** The person a pronoun of this gender most likely means. */
    Optional<String> person(Gender gender) {
        return mentions.stream()
                .filter(m -> m.personal() > 0 && m.gender().fits(gender))
                .max(Comparator.comparingDouble(m -> m.weight() + m.personal()))
                .map(Mention::name);
    }

    /** The thing or body an "it" most likely means. */
    Optional<String> thing() {
        return asked.or(this::namedThing);
    }

    private Optional<String> namedThing() {
        return mentions.stream()
                .filter(m -> m.personal() < 2 && m.gender() == Gender.UNKNOWN)
                .max(Comparator.comparingDouble(m -> m.weight() - m.personal()))
                .map(Mention::name);
    }

    /** What a "they" most likely means. */
    Optional<String> group() {
        return asked.filter(a -> a.replaceAll(" of .*", "").matches(".*[^s]s"))
                .or(this::askedByName)
                .or(this::namedThing)
                .or(() -> person(Gender.UNKNOWN));
    }

    /** The name that was asked about in small letters, as the answer writes it. */
    private Optional<String> askedByName() {
        return asked.flatMap(a ->
                mentions.stream().map(Mention::name).filter(a::equalsIgnoreCase).findFirst());
    }

    private static void add(List<Mention> mentions, String text, Turn turn, String answer, double weight) {
        double less = 0;
        for (Name name : Names.in(text)) {
            boolean known = mentions.stream().anyMatch(m -> m.name().endsWith(name.text()));
            if (!known
                    && !isCommon(name, text)
                    && !(name.initial() && text.equals(turn.standalone()) && less == 0 && isQuestionWord(name))) {
                mentions.add(new Mention(
                        article(text, name) + name.text(),
                        weight - less,
                        personal(name, turn.standalone(), answer),
                        Gender.of(name.text(), answer)));
                less += .1;
            }
        }
    }

    /** Whether it is money, or has its capital only because it opens a sentence or a label: "Customers were told", "Court: High Court". */
    private static boolean isCommon(Name name, String text) {
        if (COINS.contains(name.words().getFirst().lower())) {
            return true;
        }
        if (!name.initial() || name.words().size() > 1) {
            return false;
        }
        String word = name.words().getFirst().text();
        String after = text.substring(name.end());
        boolean small = Pattern.compile(
                        "(?<!\\p{L})" + Pattern.quote(word.toLowerCase(java.util.Locale.ROOT)) + "(?!\\p{L})")
                .matcher(text)
                .find();
        boolean plural = word.endsWith("s") && after.matches("(?s) (?:are|were|have|do|can|may|must|will)\\b.*");
        return small || plural || after.startsWith(":");
    }

    /** "the " where the text says "the UNESCO". */
    private static String article(String text, Name name) {
        return text.substring(0, name.start()).endsWith(" the ") ? "the " : "";
    }

    private static boolean isQuestionWord(Name name) {
        return Lexicon.STOP.contains(name.words().getFirst().lower());
    }

    /** How much speaks for a person: above 0 likely, 2 and more surely. */
    static double personal(Name name, String question, String answer) {
        if (name.acronym() || name.words().stream().anyMatch(w -> BODIES.contains(w.lower()))) {
            return -2;
        }
        String quoted = Pattern.quote(name.text());
        double score = name.words().size() == 2 || name.words().size() == 3 ? .5 : -.2;
        if (question.matches("(?is)^who (?:is|was|'s) " + quoted + "\\W*$")) {
            score += 2;
        }
        if (found("\\b(?:Mr|Mrs|Ms|Dr|Prof|Sir)\\.? " + quoted, answer)) {
            score += 2;
        }
        if (found(quoted + "(?:,| is| was)(?: (?:a|an|the|its|their|our))?(?: [\\p{L}-]+){0,4} " + ROLE + "\\b", answer)
                || found("\\b" + ROLE + ",? " + quoted, answer)) {
            score += 2;
        }
        return found(quoted + " (?:said|wrote|told|argued|was born|died|married|who)\\b", answer) ? score + 1.5 : score;
    }

    private static boolean found(String regex, String text) {
        return Pattern.compile(regex.replace(ROLE, "(?i:" + ROLE.substring(3)))
                .matcher(text)
                .find();
    }

    /**
     * A name in the thread.
     *
     * @param name as it is written
     * @param weight higher for the later and the more prominent
     * @param personal how much speaks for a person
     * @param gender of the person, where something tells
     */
    record Mention(String name, double weight, double personal, Gender gender) {}
}
