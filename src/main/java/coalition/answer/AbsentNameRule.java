package coalition.answer;

import coalition.document.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Refuses a question about a name that what would be shown does not speak of: neither the sentences themselves, nor the passage
 * around them, nor its headings. Slips of the pen, other forms and abbreviations count as the name.
 */
final class AbsentNameRule implements AbstentionRule {
    @Override
    public String name() {
        return "absent-name";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        List<Token> words = words(inquiry);
        return QuestionNames.of(inquiry).stream()
                .filter(n ->
                        !NameMatch.mentioned(n, words) && !n.words().stream().allMatch(Token::number))
                .findFirst()
                .map(n -> new Refusal(Reason.NOT_IN_SOURCES, ""));
    }

    private static List<Token> words(Inquiry inquiry) {
        List<Token> words = new ArrayList<>();
        for (Chosen chosen : inquiry.chosen()) {
            Chunk chunk = chosen.run().chunk();
            words.addAll(Token.all(chunk.title() + " . " + chunk.heading() + " . " + chunk.text()));
        }
        return words;
    }
}
