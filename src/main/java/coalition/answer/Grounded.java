package coalition.answer;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An answer whose every statement stands on a citation.
 *
 * @param id names the answer
 * @param question as asked
 * @param standalone as understood
 * @param lead words before the first statement that claim nothing of their own ("These passages disagree:"); may be empty
 * @param statements in order, at least one
 * @param citations each one used, numbered from 1 in order of use
 * @param confidence 0 to 1
 * @param mode who wrote it
 * @param notice what the asker should know besides (the model was late, sources conflict); may be empty
 */
public record Grounded(
        String id,
        Question question,
        String standalone,
        String lead,
        List<Statement> statements,
        List<Citation> citations,
        double confidence,
        Mode mode,
        String notice)
        implements Answer {
    public Grounded {
        statements = List.copyOf(statements);
        citations = List.copyOf(citations);
        Set<Integer> numbers = new HashSet<>();
        for (Citation citation : citations) {
            numbers.add(citation.number());
        }
        for (Statement statement : statements) {
            if (!numbers.containsAll(statement.citations())) {
                throw new IllegalArgumentException("the statement '" + statement.text() + "' cites what is not there");
            }
        }
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("a grounded answer has at least one statement");
        }
    }

    /** The answering words, to be shown before the sentences: "24 months"; empty where no short words alone answer. */
    public Optional<ShortAnswer> headline() {
        return ShortAnswer.of(this).filter(words -> words.leads(this));
    }

    @Override
    public String text() {
        String body = statements.stream()
                .map(s -> s.text()
                        + s.citations().stream().map(n -> " [" + n + "]").collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
        return lead.isEmpty() ? body : lead + " " + body;
    }
}
