package coalition.summary;

import coalition.answer.Name;
import coalition.answer.Names;
import coalition.answer.Run;
import coalition.answer.Token;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells who those are that documents name most, people and organisations, each in the sentence that says so. */
final class Cast {
    private static final int ARTICLE = "The ".length();

    private Cast() {}

    /** Of each name the sentence that defines it, at best one that does nothing else, those named most first. */
    static List<Run> of(List<Told> all, int most) {
        Map<String, Told> defined = new LinkedHashMap<>();
        Map<String, Integer> named = new HashMap<>();
        for (Told told : all) {
            List<Name> names = Names.in(told.text());
            names.forEach(name -> named.merge(key(name), 1, Integer::sum));
            names.stream()
                    .filter(name -> name.start() <= ARTICLE && Profile.defines(told, name.words()))
                    .findFirst()
                    .ifPresent(name -> defined.merge(key(name), told, (before, other) -> better(before, other, name)));
        }
        return defined.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Told> e) -> -named.getOrDefault(e.getKey(), 0)))
                .limit(most)
                .map(e -> e.getValue().run())
                .toList();
    }

    private static Told better(Told before, Told other, Name name) {
        return !Profile.tells(before, name.words()) && Profile.tells(other, name.words()) ? other : before;
    }

    /** The last word: "Low" is "Ann Low". */
    private static String key(Name name) {
        Token last = name.words().getLast();
        return last.text().toLowerCase(Locale.ROOT);
    }
}
