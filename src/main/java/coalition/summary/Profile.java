package coalition.summary;

import coalition.answer.Attribution;
import coalition.answer.Name;
import coalition.answer.NameMatch;
import coalition.answer.Names;
import coalition.answer.Token;
import coalition.summary.Summary.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Gathers what is said of a name. */
final class Profile {
    private static final int MOST = 8;
    private static final int LONG = 300;

    private Profile() {}

    static Summary of(String asked, List<Told> all) {
        String name = spelt(asked, all);
        List<Token> words = Token.all(name);
        List<Told> about = all.stream().filter(t -> mentions(t, words)).toList();
        Sheet sheet = new Sheet(name);
        Optional<Told> defining = about.stream()
                .filter(t -> defines(t, words))
                .min(Comparator.comparingInt(
                        t -> (tells(t, words) ? 0 : 1) + (t.text().length() > LONG ? 2 : 0)));
        defining.ifPresent(t -> sheet.add("In short", List.of(sheet.line("", t.run()))));
        List<Told> said = about.stream()
                .filter(t -> Attribution.speaker(t.text())
                        .filter(s -> same(Token.all(s), words))
                        .isPresent())
                .toList();
        sheet.add(
                "What is said",
                lines(sheet, about.stream().filter(t -> !said.contains(t)).toList()));
        sheet.add("In their own words", lines(sheet, said));
        return sheet.finished(sheet.isEmpty() ? "The documents do not mention “" + asked.strip() + "”." : "");
    }

    private static List<Line> lines(Sheet sheet, List<Told> told) {
        List<Line> lines = new ArrayList<>();
        for (Told one : told) {
            if (lines.size() < MOST && !sheet.isKnown(one.run())) {
                lines.add(sheet.line("", one.run()));
            }
        }
        return lines;
    }

    /** The name as the documents spell it most often; the asked words where no name is like them. */
    private static String spelt(String asked, List<Told> all) {
        List<Token> words = Token.all(asked);
        if (words.isEmpty()) {
            return asked.strip();
        }
        Map<String, Long> names = all.stream()
                .flatMap(t -> Names.in(t.text()).stream())
                .filter(n -> fits(words, n))
                .collect(Collectors.groupingBy(Profile::bare, Collectors.counting()));
        return names.entrySet().stream()
                .max(Comparator.comparingDouble(
                                (Map.Entry<String, Long> e) -> e.getValue() - distance(words, e.getKey()) * 1e6)
                        .thenComparingInt(e -> -e.getKey().length()))
                .map(Map.Entry::getKey)
                .orElse(asked.strip());
    }

    private static String bare(Name name) {
        return name.text().substring(name.words().getFirst().start() - name.start());
    }

    /** How many of the words are not spelt as asked. */
    private static int distance(List<Token> words, String name) {
        List<String> there = Token.all(name).stream().map(Token::lower).toList();
        return (int) words.stream().filter(w -> !there.contains(w.lower())).count();
    }

    private static boolean fits(List<Token> words, Name name) {
        return words.stream().allMatch(w -> name.words().stream().anyMatch(n -> NameMatch.same(w, n)))
                || (words.size() == 1
                        && NameMatch.mentioned(new Name(words.getFirst().text(), 0, 0, words, false), name.words()));
    }

    private static boolean mentions(Told told, List<Token> words) {
        List<Token> there = Token.all(told.text());
        return !words.isEmpty()
                && there.stream()
                        .anyMatch(t -> t.lower().equals(words.getLast().lower())
                                && t.capitalised() == words.getLast().capitalised())
                && (words.size() == 1 || !otherFirstName(there, words));
    }

    /** Whether the last word only occurs after another first word: "Eva Lund" where "Maria Lund" is asked for. */
    private static boolean otherFirstName(List<Token> there, List<Token> words) {
        String last = words.getLast().lower();
        for (int i = 0; i < there.size(); i++) {
            boolean here = there.get(i).lower().equals(last);
            boolean fitting = i == 0
                    || !there.get(i - 1).capitalised()
                    || there.get(i).start() - there.get(i - 1).end() > 1
                    || words.stream()
                            .map(Token::lower)
                            .toList()
                            .contains(there.get(i - 1).lower());
            if (here && fitting) {
                return false;
            }
        }
        return true;
    }

    /** Whether the sentence opens with these words, a name, and says who or what that is. */
    static boolean defines(Told told, List<Token> words) {
        String last = Pattern.quote(words.getLast().text());
        return Pattern.compile(
                        "^(?:The )?(?:[\\p{L}'’.-]+ ){0,4}?" + last
                                + "(?: \\([^)]*\\))?(?: (?:is|was|are|were) (?:a|an|the|one|also|\\p{Ll}+)\\b|, (?:a|an|the|\\p{Ll}+) [^,]{3,80},)")
                .matcher(told.text())
                .find();
    }

    /** Whether the sentence is there to say who it is: "Ann Low is the head of", not "Ann Low, head of ..., wrote". */
    static boolean tells(Told told, List<Token> words) {
        return Pattern.compile("^(?:[\\p{L}'’.-]+ ){0,4}?"
                        + Pattern.quote(words.getLast().text())
                        + "(?: \\([^)]*\\))? (?:is|was|are|were) (?:an?|the|one of)\\b")
                .matcher(told.text())
                .find();
    }

    private static boolean same(List<Token> speaker, List<Token> words) {
        return !speaker.isEmpty()
                && speaker.getLast().lower().equals(words.getLast().lower());
    }
}
