package coalition.answer;

import coalition.document.Chunk;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Refuses a question about a year that no passage read for it mentions: what happened in another year does not answer it. */
final class AbsentYearRule implements AbstentionRule {
    private static final Pattern YEAR =
            Pattern.compile("(?<![\\p{L}\\p{N}.,-])(?:1\\d{3}|20\\d{2})(?![\\p{L}\\p{N}-]|[.,]\\d)");

    @Override
    public String name() {
        return "absent-year";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        List<String> read = read(inquiry);
        boolean absent = !read.isEmpty()
                && YEAR.matcher(inquiry.standalone())
                        .results()
                        .map(MatchResult::group)
                        .anyMatch(year -> read.stream().noneMatch(text -> text.contains(year)));
        return absent ? Optional.of(new Refusal(Reason.NOT_IN_SOURCES, "")) : Optional.empty();
    }

    /** What was read of each passage, with what it stands below. */
    static List<String> read(Inquiry inquiry) {
        return inquiry.passages().stream().map(p -> words(p.chunk())).toList();
    }

    private static String words(Chunk chunk) {
        return chunk.document() + " " + chunk.title() + " " + chunk.heading() + " " + chunk.text();
    }
}
