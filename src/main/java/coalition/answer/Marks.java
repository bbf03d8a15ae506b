package coalition.answer;

import coalition.answer.Ranking.Candidate;
import coalition.document.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Chooses which words of a run are marked as the answer. */
final class Marks {
    private static final int LONGEST = 14;
    private static final int SHORTEST_REASON = 3;
    private static final double SURE = .5;
    private static final String LAYOUT = " \t\r\n*_`|:,;";

    private static final Set<String> OCCASIONS = Lexicon.words("when if while because after before until unless");
    private static final Pattern FIRST_HALF = Pattern.compile("\\b(?:from|between) $", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECOND_HALF = Pattern.compile(
            " (?:to|until|till|and) (?:\\p{Lu}{3} ?|[$€£¥])?\\p{N}[\\p{N}.,:]*(?<=\\p{N})(?: ?(?:%|[ap]\\.?m\\b|\\p{Lu}\\p{Ll}+|[kcm]?[gmlL]\\b))?");
    private static final Pattern DOING =
            Pattern.compile("^(?:who|which (?:\\p{L}+ )?\\p{L}+) (\\p{L}{3,})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BY = Pattern.compile("\\bby (?:\\p{L}+ ){0,2}$|\\bby$");

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
                .map(w -> whole(trimmed(first(analysis, trimmed(w, run), run), run), run))
                .filter(w -> Cells.isInOne(run.chunk(), candidate.sentence(), w))
                .filter(w -> cell.isPresent() || !isAnyNumber(run, candidate, w))
                .filter(w -> run.span().contains(w))
                .filter(w -> isTelling(analysis, Quotation.in(run.chunk(), w), run, w))
                .filter(w -> !isEcho(analysis, Quotation.in(run.chunk(), w)))
                .filter(w -> !isOfOthers(analysis, run) && !isObject(analysis, run, w))
                .toList();
    }

    /** Of two figures, each with words of its own, the first: "71 % of the cases, failure in 18 %" for "how many?" */
    private static Span first(QuestionAnalysis analysis, Span words, Run run) {
        if (analysis.asked() != Asked.HOW_MANY || !run.chunk().span().contains(words)) {
            return words;
        }
        String text = Quotation.in(run.chunk(), words);
        int comma = text.indexOf(", ");
        boolean two = comma > 0
                && Fitness.counted(text.substring(0, comma))
                && Fitness.counted(text.substring(comma))
                && Token.all(text.substring(comma)).size() > 2;
        return two ? new Span(words.start(), words.start() + comma) : words;
    }

    /** Whether it is asked what holds for those that are not so, and the run has figures for both: then the reader may have the wrong one. */
    private static boolean isOfOthers(QuestionAnalysis analysis, Run run) {
        List<Token> asked = Token.all(analysis.text());
        boolean denied =
                Action.denies(asked) || asked.stream().anyMatch(t -> t.lower().equals("non"));
        return denied
                && Token.all(run.shown()).stream()
                                .filter(t -> t.number() || Lexicon.NUMBERS.contains(t.lower()))
                                .count()
                        > 1;
    }

    /** "Who left?", "Which mills closed?": whoever stands behind the verb, and not behind "by", is not who did it. */
    private static boolean isObject(QuestionAnalysis analysis, Run run, Span words) {
        Matcher doing = DOING.matcher(analysis.text());
        if (!doing.find()
                || (!Verbs.isPast(doing.group(1).toLowerCase(Locale.ROOT))
                        && !doing.group(1).endsWith("ed"))) {
            return false;
        }
        String before = before(run, words);
        Matcher by = BY.matcher(before);
        return !by.find() && Action.in(before, doing.group(1)).isPresent();
    }

    /** Whether it is a number of a row of several, of which the names of the columns do not tell that it is the asked one. */
    private static boolean isAnyNumber(Run run, Candidate candidate, Span words) {
        String row = run.chunk().sentences().get(candidate.sentence()).text();
        List<Token> marked = Token.all(Quotation.in(run.chunk(), words));
        return Rows.isOne(run.chunk(), candidate.sentence())
                && marked.stream().allMatch(Token::number)
                && Token.all(row).stream().filter(Token::number).count() > marked.size();
    }

    /** How much further a range or a change goes whose first half ends here: "from 3 to 5 pounds" is told by both figures. */
    private static int toTheEnd(String text, int start, int end) {
        Matcher second = SECOND_HALF.matcher(text).region(end, text.length());
        return FIRST_HALF.matcher(text.substring(0, start)).find() && second.lookingAt() ? second.end() - end : 0;
    }

    /** With the rest of a date, number or range that the words cut: "2030-05" of "2030-05-01". */
    private static Span whole(Span words, Run run) {
        String text = run.chunk().text();
        int offset = run.chunk().span().start();
        int end = words.end() - offset;
        while (end > 0
                && end + 1 < text.length()
                && Character.isDigit(text.charAt(end - 1))
                && "-/.:".indexOf(text.charAt(end)) >= 0
                && Character.isDigit(text.charAt(end + 1))) {
            end += 2;
            while (end < text.length() && Character.isDigit(text.charAt(end))) {
                end++;
            }
        }
        return new Span(words.start(), end + offset + toTheEnd(text, words.start() - offset, end));
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
            case YES_NO, DEFINITION, TOPIC, COMPARE, SUMMARY -> false;
            case WHY ->
                length >= SHORTEST_REASON && length <= 2 * LONGEST && Fitness.reasons(before(run, place) + words);
            case HOW ->
                length >= SHORTEST_REASON
                        && length <= 2 * LONGEST
                        && !OCCASIONS.contains(Token.all(words).getFirst().lower());
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
