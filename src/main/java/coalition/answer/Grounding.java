package coalition.answer;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.Draft.Support;
import coalition.answer.Verifier.Verdict;
import coalition.document.Chunk;
import coalition.retrieval.Passage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The drafted sentences of one answer that stand, with their citations numbered in order of use. For one thread at a time. */
final class Grounding {
    private final Verifier verifier;
    private final List<Passage> passages;
    private final Map<DraftSentence, Verdict> verdicts;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();

    Grounding(Verifier verifier, List<Passage> passages) {
        this(verifier, passages, new HashMap<>());
    }

    private Grounding(Verifier verifier, List<Passage> passages, Map<DraftSentence, Verdict> verdicts) {
        this.verifier = verifier;
        this.passages = passages;
        this.verdicts = verdicts;
    }

    /** The same verdicts, but no statements yet. */
    Grounding afresh() {
        return new Grounding(verifier, passages, verdicts);
    }

    /** Verifies the sentence, once, and adds it where it stands; empty where it does not. */
    Optional<Statement> add(DraftSentence sentence) {
        Verdict verdict = verdicts.computeIfAbsent(sentence, s -> verifier.verify(s, passages));
        if (!(verdict instanceof Verdict.Supported supported)) {
            return Optional.empty();
        }
        List<Integer> numbers =
                supported.supports().stream().map(this::cited).distinct().toList();
        Statement statement = new Statement(sentence.text(), numbers);
        statements.add(statement);
        return Optional.of(statement);
    }

    List<Statement> statements() {
        return List.copyOf(statements);
    }

    List<Citation> citations() {
        return List.copyOf(citations);
    }

    private int cited(Support support) {
        Chunk chunk = passages.get(support.passage()).chunk();
        for (Citation known : citations) {
            if (known.document().equals(chunk.document()) && known.span().equals(support.span())) {
                return known.number();
            }
        }
        int number = citations.size() + 1;
        citations.add(Quotation.cite(number, chunk, support.span(), support.marks(), false));
        return number;
    }
}
