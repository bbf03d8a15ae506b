package coalition.answer;

import coalition.document.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Refuses a question about a name that no passage mentions, and one whose subject is a name that the passage to be shown does not
 * speak of, in its sentences, headings or title. Slips of the pen, other forms and abbreviations count as the name.
 */
final class AbsentNameRule implements AbstentionRule {
    @Override
    public String name() {
        return "absent-name";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        List<Name> names = QuestionNames.of(inquiry).stream()
                .filter(n -> !n.words().stream().allMatch(Token::number))
                .toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<Token> read = new ArrayList<>();
        inquiry.passages().forEach(p -> read.addAll(words(p.chunk())));
        List<Token> shown = new ArrayList<>();
        inquiry.chosen().forEach(c -> shown.addAll(words(c.run().chunk())));
        String subject = inquiry.analysis().subject();
        return names.stream()
                .filter(n -> !NameMatch.mentioned(n, subject.contains(n.text()) ? shown : read))
                .findFirst()
                .map(n -> new Refusal(Reason.NOT_IN_SOURCES, ""));
    }

    private static List<Token> words(Chunk chunk) {
        return Token.all(chunk.title() + " . " + chunk.heading() + " . " + chunk.text());
    }
}
