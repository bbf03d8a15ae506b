package coalition.answer;

import coalition.document.Chunk;
import coalition.document.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Refuses a question for who did something, whether somebody did, why it was done, or how many of something there are, where the
 * passage to be shown speaks of no such deed or thing, in no other word either, and what is found is not beyond doubt: "Who stole
 * the bell?" - "The bell was cast in 1775." Some deeds are told in words this rule does not know, hence the doubt.
 */
final class AbsentDeedRule implements AbstentionRule {
    private static final Pattern WHO = Pattern.compile(
            "^who (?:(?:was|were|is|are|got|has been|had been) (?=\\p{L}+(?:ed|en)\\b))?(?:\\p{L}+ly |first |also )?(\\p{L}{3,})\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHY = Pattern.compile(
            "^why (?:was|were|is|are|has|have|had) .+? (?:been |being )?(\\p{L}+(?:ed|en))\\s*[?.!]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOW_MANY = Pattern.compile(
            "^how many ((?:\\p{L}+ ){0,2}?\\p{L}+)\\b(?= (?:is|are|was|were|do|does|did|has|have|had|can|will|in|of|at|on|for|there)\\b|\\s*\\?*$)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DID = Pattern.compile("^(?:did|has|have|had)\\b", Pattern.CASE_INSENSITIVE);
    /** Deeds and things that are told in too many ways. */
    private static final Set<String> GENERAL = Lexicon.words(
            "do did does done make made have had has get got say said says go went take took give gave"
                    + " want happen work use used mean need know think run runs ran lead leads led head heads headed manage manages managed hold held involved"
                    + " considered called known named supposed responsible allowed permitted entitled able eligible authorised authorized required obliged expected people persons person men women individuals things times others total different"
                    + " become becomes became rule ruled control controlled years months weeks days hours minutes percent items ones units miles kilometers kilometres meters metres feet inches millimeters millimetres");

    private static final double DOUBTLESS = .9;

    @Override
    public String name() {
        return "absent-deed";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        List<String> asked = asked(inquiry.analysis());
        // a reader that looks for answering words knows little of whether somebody did something
        boolean decides = inquiry.analysis().asked() == Asked.YES_NO;
        boolean doubtless = !decides && inquiry.ranking().confidence() >= DOUBTLESS;
        if (doubtless || asked.isEmpty() || inquiry.chosen().isEmpty()) {
            return Optional.empty();
        }
        boolean told = inquiry.chosen().stream()
                .anyMatch(c -> Decision.of(inquiry.analysis(), c.sentence().text())
                        || tells(asked, decides ? near(c.run()) : all(c.run().chunk())));
        return told ? Optional.empty() : Optional.of(new Refusal(Reason.NOT_IN_SOURCES, ""));
    }

    /** The deed or the things that are asked about, of which one must be told of; empty where the question is of another form. */
    private static List<String> asked(QuestionAnalysis analysis) {
        String text = analysis.text();
        if (analysis.asked() == Asked.YES_NO && DID.matcher(text).find()) {
            String deed = analysis.action();
            return deed.isEmpty() || GENERAL.contains(deed) ? List.of() : List.of(deed);
        }
        for (Pattern pattern : List.of(WHO, WHY, HOW_MANY)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                List<Token> words = Token.all(matcher.group(1));
                boolean general = words.stream().anyMatch(w -> GENERAL.contains(w.lower()));
                return general
                        ? List.of()
                        : words.stream()
                                .filter(Lexicon::content)
                                .map(Token::lower)
                                .toList();
            }
        }
        return List.of();
    }

    private static String all(Chunk chunk) {
        return chunk.title() + " " + chunk.heading() + " " + chunk.text();
    }

    /** What is to be shown, with the sentences before and after it and what stands above. */
    private static String near(Run run) {
        Chunk chunk = run.chunk();
        int last = Math.min(run.last() + 2, chunk.sentences().size());
        return chunk.sentences().subList(Math.max(0, run.first() - 1), last).stream()
                .map(Sentence::text)
                .collect(Collectors.joining(" ", chunk.title() + " " + chunk.heading() + " ", ""));
    }

    private static boolean tells(List<String> asked, String text) {
        Set<String> told = Token.all(text).stream()
                .filter(Lexicon::content)
                .map(Token::lower)
                .collect(Collectors.toSet());
        // what is told in the same verb needs no book of words
        return told.stream().anyMatch(t -> asked.stream().anyMatch(a -> Verbs.same(a, t)))
                || told.stream().anyMatch(t -> asked.stream().anyMatch(a -> Decision.isSame(a, t)));
    }
}
