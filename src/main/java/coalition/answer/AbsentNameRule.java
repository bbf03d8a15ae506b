package coalition.answer;

import coalition.document.Chunk;
import coalition.retrieval.Passage;
import java.util.List;
import java.util.Optional;

/** Refuses a question about a name that none of the passages mentions, slips of the pen apart. */
final class AbsentNameRule implements AbstentionRule {
    @Override
    public String name() {
        return "absent-name";
    }

    @Override
    public Optional<Refusal> check(Inquiry inquiry) {
        return inquiry.analysis().names().stream()
                .filter(n -> !n.initial())
                .filter(n -> inquiry.passages().stream().noneMatch(p -> mentions(p, n)))
                .findFirst()
                .map(n -> new Refusal(Reason.NOT_IN_SOURCES, ""));
    }

    private static boolean mentions(Passage passage, Name name) {
        Chunk chunk = passage.chunk();
        List<Token> words = Token.all(chunk.title() + " " + chunk.heading() + " " + chunk.text());
        return NameMatch.mentioned(name, words);
    }
}
