package coalition.answer;

import coalition.retrieval.Passage;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows whom "the union" means where the passages tell of one "Northern Bakers’ Union (NBU)". */
final class HeadNouns {
    private static final Pattern NAMED = Pattern.compile(
            "((?:\\p{Lu}[\\p{L}’'-]+ (?:(?:of|for|on|and|the|in) ){0,2}){1,7}\\p{Lu}[\\p{L}’'-]+) \\([“\"]?(\\p{Lu}[\\p{Lu}\\p{N}&]{1,7})[”\"]?\\)");
    private static final Pattern ASKED = Pattern.compile("\\b[Tt]he (\\p{Ll}{4,})\\b(?! \\p{Lu})");
    private static final Pattern OF = Pattern.compile(" (?:of|for|on|in) ");

    private HeadNouns() {}

    /**
     * The question with the short form of a name for the noun that the name is made from.
     *
     * @return empty where the question has no such noun, or the passages more than one such name, or none
     */
    static Optional<String> named(String question, List<Passage> passages) {
        Set<Called> called = passages.stream()
                .flatMap(p -> NAMED.matcher(p.chunk().title() + ". " + p.chunk().text())
                        .results())
                .map(HeadNouns::called)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        Matcher asked = ASKED.matcher(question);
        while (asked.find()) {
            String noun = asked.group(1);
            Set<String> shorts = called.stream()
                    .filter(c -> c.noun().equals(noun))
                    .map(Called::letters)
                    .collect(Collectors.toSet());
            if (shorts.size() == 1) {
                return Optional.of(question.substring(0, asked.start(1))
                        + shorts.iterator().next()
                        + question.substring(asked.end(1)));
            }
        }
        return Optional.empty();
    }

    /** Union in "Bakers' Union", and Office in "Office for Bread". */
    private static Set<Called> called(MatchResult name) {
        Set<Called> nouns = new HashSet<>();
        String whole = name.group(1);
        for (String part : List.of(whole, OF.split(whole, 2)[0])) {
            String noun = part.substring(part.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
            nouns.add(new Called(noun, name.group(2)));
        }
        return nouns;
    }

    private record Called(String noun, String letters) {}
}
