package coalition.answer;

import coalition.answer.Ranking.Candidate;
import coalition.document.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses which words of a run are marked as the answer. */
final class Marks {
    private static final int LONGEST = 14;
    private static final int SHORTEST_REASON = 3;
    private static final double SURE = .5;
    private static final String LAYOUT = " \t\r\n*_`|:,;";

    private Marks() {}

    /** The answering words in document offsets; empty where the reader is not sure, or its words cannot be such an answer. */
    static List<Span> of(QuestionAnalysis analysis, Run run, Candidate candidate, Ranking ranking) {
        if (ranking.confidence() < SURE) {
            return List.of();
        }
        Optional<Span> speaker =
                analysis.asked() == Asked.WHO && Fitness.asksWhoSaid(analysis) ? speaker(run) : Optional.empty();
        Optional<Span> cell = Cells.answering(analysis, run.chunk(), candidate.sentence());
        return cell.or(() -> speaker).or(candidate::words).stream()
                .map(w -> trimmed(w, run))
                .filter(w -> Cells.isInOne(run.chunk(), candidate.sentence(), w))
                .filter(w -> run.span().contains(w))
                .filter(w -> isTelling(analysis, Quotation.in(run.chunk(), w), run, w))
                .filter(w -> !isEcho(analysis, Quotation.in(run.chunk(), w)))
                .toList();
    }

    /** Without Markdown's marks, blanks and commas at its ends. */
    private static Span trimmed(Span words, Run run) {
        String text = run.chunk().text();
        int offset = run.chunk().span().start();
        int start = words.start();
        int end = words.end();
        while (start < end && LAYOUT.indexOf(text.charAt(start - offset)) >= 0) {
            start++;
        }
        while (end > start && LAYOUT.indexOf(text.charAt(end - 1 - offset)) >= 0) {
            end--;
        }
        return new Span(start, end);
    }

    /** Who speaks in the run, where its name stands as it is written. */
    private static Optional<Span> speaker(Run run) {
        String quote = run.quote();
        return Attribution.speaker(run.shown())
                .filter(quote::contains)
                .map(s -> new Span(
                        run.span().start() + quote.indexOf(s), run.span().start() + quote.indexOf(s) + s.length()));
    }

    /** Whether the words are the question's own, and so tell nothing; of two things asked about either may be the answer. */
    private static boolean isEcho(QuestionAnalysis analysis, String words) {
        Set<String> asked = Token.all(analysis.text()).stream().map(Token::stem).collect(Collectors.toSet());
        return !analysis.text().contains(" or ")
                && Token.all(words).stream()
                        .allMatch(t -> asked.contains(t.stem()) || Lexicon.QUESTION_WORDS.contains(t.lower()));
    }

    /** Whether words of this kind can be the answer to such a question: a reason is a clause, somebody's words stand in quotation marks. */
    private static boolean isTelling(QuestionAnalysis analysis, String words, Run run, Span place) {
        int length = Token.all(words).size();
        return switch (analysis.asked()) {
            case YES_NO, DEFINITION, TOPIC, COMPARE -> false;
            case WHY ->
                length >= SHORTEST_REASON && length <= 2 * LONGEST && Fitness.reasons(before(run, place) + words);
            case HOW -> length >= SHORTEST_REASON && length <= 2 * LONGEST;
            case QUOTE -> {
                String before = before(run, place);
                yield before.contains("“") || before.contains("\"") || words.startsWith("“") || words.startsWith("\"");
            }
            case WHEN -> length > 0 && length <= LONGEST && AnswerForm.TIME.isIn(analysis, words);
            case WHO, WHERE, HOW_MANY, FACT, LIST -> length > 0 && length <= LONGEST;
        };
    }

    /** The run's words before a place in it. */
    private static String before(Run run, Span place) {
        return Quotation.in(run.chunk(), new Span(run.span().start(), place.start()));
    }
}
