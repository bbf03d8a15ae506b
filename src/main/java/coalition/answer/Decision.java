package coalition.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells which sentences decide a yes-or-no question: they say of what is asked about whether it is or does the asked thing. */
final class Decision {
    private static final Pattern IS_A = Pattern.compile(
            "^(.{1,120}?)\\b(?:is|are|was|were|am|has been|have been|will be|can be|may be|must be|isn't|aren't|wasn't|weren't)\\b");
    private static final Pattern APPOSITION = Pattern.compile("(?<=\\p{L}),[^,]{1,100},");
    /** Verbs that add nothing to what is done: "take photos", "bring a dog". */
    private static final Set<String> LIGHT =
            Lexicon.words("take put get bring go make use need let allow happen want come").stream()
                    .map(Stem::of)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CHANGE =
            bases("increase rise grow climb decrease fall drop decline shrink change");
    private static final Set<String> CHANGED = bases(
            "increase rise grow climb surge double halve decrease fall drop decline"
                    + " shrink sink reduce change remain stay stagnate more less fewer higher lower unchanged stable constant same");
    private static final int ROOT = 5;

    private Decision() {}

    private static Set<String> bases(String words) {
        return Lexicon.words(words).stream().map(Verbs::base).collect(Collectors.toUnmodifiableSet());
    }

    /** The stems of what is asked about, without verbs that add nothing; all of them where nothing else is asked. */
    static Set<String> asked(QuestionAnalysis analysis) {
        Set<String> asked = Fitness.topic(analysis);
        Set<String> heavy = asked.stream().filter(a -> !LIGHT.contains(a)).collect(Collectors.toSet());
        return heavy.isEmpty() ? asked : heavy;
    }

    /**
     * Whether the sentence has all words of the question, and what is asked about is or does what is asked there: "Ann is a member" for
     * "is Ann a member?", "Sales fell" for "did sales rise?"
     */
    static boolean of(QuestionAnalysis analysis, String sentence) {
        Set<String> asked = asked(analysis);
        Set<String> there = Overlap.content(sentence);
        if (asked.size() < 2) {
            return false;
        }
        if (analysis.keywords().stream().anyMatch(Decision::isChange)) {
            return changes(analysis, sentence, there);
        }
        return asked.stream().allMatch(a -> there.contains(a) || sameVerb(a, there))
                && (isSaidOf(analysis, asked, sentence) || isDone(analysis, sentence));
    }

    /** The share of what is asked about that the sentence has, 0 to 1; words of one family count. */
    static double covered(QuestionAnalysis analysis, String sentence) {
        Set<String> asked = asked(analysis);
        Set<String> there = Overlap.content(sentence);
        return asked.isEmpty() ? 0 : asked.stream().filter(a -> isIn(a, there)).count() / (double) asked.size();
    }

    /** Whether a word stands there, in another form, as one of its family, or as one that says the same. */
    static boolean isIn(String stem, Set<String> shown) {
        String root = WordBook.ENGLISH.root(stem);
        return shown.contains(stem)
                || sameVerb(stem, shown)
                || shown.stream().anyMatch(s -> OtherWords.same(stem, s) || isFamily(stem, s))
                || shown.stream()
                        .map(WordBook.ENGLISH::root)
                        .anyMatch(r -> WordBook.ENGLISH.related(root, r) || WordBook.ENGLISH.same(root, r));
    }

    /** Whether two words, in whatever form, can say the same, slips of the pen apart. */
    static boolean isSame(String one, String other) {
        return Verbs.same(one, other)
                || OtherWords.same(one, other)
                || isIn(Stem.of(one), Set.of(Stem.of(other)))
                || EditDistance.close(one, other);
    }

    private static boolean sameVerb(String stem, Set<String> shown) {
        String base = Verbs.base(stem);
        return shown.stream().anyMatch(s -> Verbs.base(s).equals(base));
    }

    /** Whether one word is the beginning of the other, or most of the two is: "photo" and "photography", "accessible" and "accessibility". */
    private static boolean isFamily(String one, String other) {
        int shared = 0;
        int shorter = Math.min(one.length(), other.length());
        while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared >= ROOT && (shared == shorter || 5 * shared >= 3 * Math.max(one.length(), other.length()));
    }

    /** "The path is closed", "The path, an old one, was closed": what is asked about, and little else, stands before "to be". */
    private static boolean isSaidOf(QuestionAnalysis analysis, Set<String> asked, String sentence) {
        Matcher matcher = IS_A.matcher(APPOSITION.matcher(sentence).replaceFirst(""));
        if (!matcher.find()) {
            return false;
        }
        Set<String> subject = Overlap.content(matcher.group(1));
        Optional<String> first = analysis.keywords().stream()
                .map(Stem::of)
                .filter(asked::contains)
                .findFirst();
        return subject.size() <= asked.size() + 3
                && first.filter(subject::contains).isPresent();
    }

    /** Whether the asked one does the asked thing there, or is denied to. */
    private static boolean isDone(QuestionAnalysis analysis, String sentence) {
        Set<String> subject = Overlap.content(analysis.subject());
        Optional<Action> action =
                analysis.action().isEmpty() ? Optional.empty() : Action.in(sentence, analysis.action());
        return action.filter(a -> subject.isEmpty()
                        || a.words().subList(0, a.verb()).stream().anyMatch(t -> subject.contains(t.stem())))
                .isPresent();
    }

    /** "Did sales rise?" */
    private static boolean isChange(String word) {
        return CHANGE.contains(Verbs.base(word));
    }

    /** Whether the sentence tells how the same thing changed, be it the other way. */
    private static boolean changes(QuestionAnalysis analysis, String sentence, Set<String> there) {
        List<String> thing = analysis.keywords().stream()
                .filter(w -> !isChange(w))
                .map(Stem::of)
                .toList();
        boolean told =
                Token.all(sentence).stream().map(Token::lower).map(Verbs::base).anyMatch(CHANGED::contains);
        return told && !thing.isEmpty() && there.containsAll(thing);
    }
}
