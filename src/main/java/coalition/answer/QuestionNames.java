package coalition.answer;

import coalition.retrieval.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The proper names of a question, also of one typed without capitals: there a word is a name where the passages write it as one. */
final class QuestionNames {
    private QuestionNames() {}

    /** The names in the order of the question; empty where it has none. */
    static List<Name> of(Inquiry inquiry) {
        return of(inquiry.analysis(), inquiry.passages());
    }

    /** The same question with the names that the passages show it to have. */
    static QuestionAnalysis named(QuestionAnalysis analysis, List<Passage> passages) {
        List<Name> names = of(analysis, passages);
        return names.isEmpty() ? analysis : analysis.naming(names);
    }

    private static List<Name> of(QuestionAnalysis analysis, List<Passage> passages) {
        List<Name> named = analysis.names().stream()
                .filter(n -> !n.initial() || !Lexicon.STOP.contains(n.text().toLowerCase(java.util.Locale.ROOT)))
                .toList();
        boolean capitals = named.stream().anyMatch(n -> !n.initial());
        return capitals ? named.stream().filter(n -> !n.initial()).toList() : lowered(analysis.text(), passages);
    }

    private static List<Name> lowered(String text, List<Passage> passages) {
        Map<String, Boolean> written = written(passages);
        List<Name> names = new ArrayList<>();
        List<Token> run = new ArrayList<>();
        for (Token token : Token.all(text)) {
            boolean name = Lexicon.content(token) && written.getOrDefault(token.lower(), false);
            if (!name && !run.isEmpty()) {
                names.add(name(run, text));
                run.clear();
            }
            if (name) {
                run.add(token);
            }
        }
        if (!run.isEmpty()) {
            names.add(name(run, text));
        }
        return names;
    }

    private static Name name(List<Token> run, String text) {
        int start = run.getFirst().start();
        int end = run.getLast().end();
        return new Name(text.substring(start, end), start, end, run, false);
    }

    /** The words of the passages, each with whether it is only ever written with a capital inside of a sentence. */
    private static Map<String, Boolean> written(List<Passage> passages) {
        Set<String> capital = new HashSet<>();
        Set<String> small = new HashSet<>();
        for (Passage passage : passages) {
            String text = passage.chunk().text();
            Names.in(text).stream()
                    .filter(n -> !n.initial())
                    .flatMap(n -> n.words().stream())
                    .forEach(w -> capital.add(w.lower()));
            Token.all(text).stream().filter(t -> !t.capitalised()).forEach(t -> small.add(t.lower()));
        }
        Map<String, Boolean> written = new HashMap<>();
        capital.forEach(w -> written.put(w, !small.contains(w)));
        return written;
    }
}
