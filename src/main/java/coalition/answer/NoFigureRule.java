package coalition.answer;

import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses a question for a number where what would be shown has none: "How old is Ann?" - "Ann is a lawyer." */
final class NoFigureRule implements AbstentionRule {
    private static final Pattern ASKED =
            Pattern.compile("\\bhow (?:many|old|tall)\\b|\\b(?:what|which) year\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTED = Pattern.compile(
            "\\b(?:no|none|only|single|sole|pair|couple|few|many|both|dozens?|hundreds?|thousands?|millions?|first|second|third|fourth|fifth|an?)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "no-figure";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        boolean asked = ASKED.matcher(inquiry.analysis().text()).find();
        boolean old =
                inquiry.analysis().text().toLowerCase(java.util.Locale.ROOT).contains("how old");
        boolean figure = inquiry.chosen().stream()
                .map(c -> c.run().shown())
                .anyMatch(s -> Fitness.counted(s) || (!old && COUNTED.matcher(s).find()));
        return asked && !figure && !inquiry.chosen().isEmpty()
                ? Optional.of(new Refusal(Reason.NOT_IN_SOURCES, ""))
                : Optional.empty();
    }
}
