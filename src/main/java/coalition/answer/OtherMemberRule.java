package coalition.answer;

import coalition.document.Chunk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses a question about one of several things that exclude each other (the second quarter, the northern line, the lowest
 * price) where the passage to be shown never names it, and the sentence to be shown names another of them (the first quarter).
 * Words that are often something else (may, march, fall, left, most) are left out.
 */
final class OtherMemberRule implements AbstentionRule {
    /** Words of one line exclude each other; words joined by a slash mean the same. */
    private static final List<List<Set<String>>> GROUPS = Stream.of(
                    "first/1st second/2nd third/3rd fourth/4th fifth/5th sixth/6th seventh/7th eighth/8th ninth/9th tenth/10th",
                    "north/northern south/southern",
                    "east/eastern west/western",
                    "male female",
                    "minimum/min maximum/max",
                    "lowest highest",
                    "smallest largest/biggest",
                    "shortest longest/tallest",
                    "oldest/earliest youngest/newest/latest",
                    "cheapest dearest",
                    "slowest fastest",
                    "best worst",
                    "monday tuesday wednesday thursday friday saturday sunday",
                    "january february april june july august september october november december",
                    "spring summer autumn winter",
                    "morning afternoon evening night")
            .map(OtherMemberRule::group)
            .toList();

    /** "From the fourth day on", "Tuesday to Friday", "only in May": what is said of some decides for the others. */
    private static final Pattern RANGE = Pattern.compile(
            "\\b(?:only|except|until|till|up to|all but|each|every)\\b|\\bfrom\\b.{1,40}\\b(?:on|to|onwards?|until|till)\\b|\\p{L}+day(?: to |–|-| - )\\p{L}+day",
            Pattern.CASE_INSENSITIVE);

    private static List<Set<String>> group(String line) {
        return Stream.of(line.split(" ")).map(w -> Set.of(w.split("/"))).toList();
    }

    @Override
    public String name() {
        return "other-member";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        List<Chosen> chosen = inquiry.chosen();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        Set<String> asked = words(inquiry.standalone());
        Set<String> around = new HashSet<>();
        Set<String> shown = new HashSet<>();
        boolean range = false;
        for (Chosen one : chosen) {
            Chunk chunk = one.run().chunk();
            around.addAll(words(chunk.title() + " " + chunk.heading() + " " + chunk.text()));
            shown.addAll(words(one.run().quote()));
            range |= RANGE.matcher(one.run().quote()).find();
        }
        if (range && inquiry.analysis().asked() == Asked.YES_NO) {
            return Optional.empty();
        }
        boolean other = GROUPS.stream().anyMatch(g -> swapped(g, asked, around, shown));
        return other ? Optional.of(new Refusal(Reason.NOT_IN_SOURCES, "")) : Optional.empty();
    }

    /** Whether one member is asked for, no asked one is around, and one that nobody asked for is shown. */
    private static boolean swapped(List<Set<String>> group, Set<String> asked, Set<String> around, Set<String> shown) {
        List<Set<String>> wanted =
                group.stream().filter(m -> m.stream().anyMatch(asked::contains)).toList();
        List<Set<String>> others = new ArrayList<>(group);
        others.removeAll(wanted);
        return wanted.size() == 1
                && wanted.getFirst().stream().noneMatch(around::contains)
                && others.stream().anyMatch(m -> m.stream().anyMatch(shown::contains));
    }

    /** The words as they stand, and without a plural's ending: "Mondays" names the day. */
    private static Set<String> words(String text) {
        return Token.all(text).stream()
                .flatMap(t -> Stream.of(t.lower(), t.lower().replaceAll("(?<=day|ing|noon|er|th)s$", "")))
                .collect(Collectors.toSet());
    }
}
