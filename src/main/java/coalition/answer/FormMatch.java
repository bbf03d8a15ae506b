package coalition.answer;

import coalition.answer.Ranking.Candidate;
import coalition.document.Chunk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How sure the form of a sentence alone makes it that it is what was asked for. A reader that looks for answering words knows
 * little of topics, definitions and quotations: there it is enough that the sentence is about all that was asked. And a sentence
 * that has every word of the question and a date, number, name or reason besides answers it, whatever its distance.
 */
final class FormMatch {
    private static final double DEFINED = .8;
    private static final double NAMED = .7;
    private static final double SPOKEN = .7;
    private static final double COMPLETE = .75;
    private static final double HEADED = .65;
    private static final double LISTED = .75;
    private static final double TOPIC_IN_SENTENCE = .75;
    private static final double TOPIC_BELOW_HEADING = .55;
    private static final int FEWEST_WORDS = 2;
    private static final int LOOKED_AT = 6;
    private static final Set<String> KINDS =
            Lexicon.words("year years date day month time name names city country place location number"
                    + " amount percentage percent kind type sort reason cause person people company person's exact total happen happened"
                    + " long old far tall high large big often fast deep heavy wide");

    private static final Pattern HOW_MUCH_IS = Pattern.compile(
            "\\bhow much (?:is|are|was|were) (?:the|an?|one|each|your|our|my)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEASURED = Pattern.compile("\\d ?\\p{Alpha}{1,3}\\b|\\d ?°");

    private static final Set<String> KIND_STEMS = KINDS.stream().map(Stem::of).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> SAYING = Stream.concat(
                    Lexicon.SPEECH.stream(),
                    Lexicon.words(
                            "word words quote quotes quoted exact react reacts reaction response reply answer opinion view views position"
                                    + " feel feels felt mean letter statement claim objection criticism call describe characterize characterise refer term")
                            .stream())
            .map(Stem::of)
            .collect(Collectors.toUnmodifiableSet());

    private FormMatch() {}

    /** Whether a stem only says of what kind the answer is. */
    static boolean isKind(String stem) {
        return KIND_STEMS.contains(stem);
    }

    /** The least confidence in what is to be shown that its form warrants, 0 to 1; 0 where form tells nothing. */
    static double confidence(Inquiry inquiry) {
        QuestionAnalysis analysis = inquiry.analysis();
        List<Run> shown = inquiry.chosen().stream().map(Chosen::run).toList();
        double best = isListed(inquiry) ? HEADED : 0;
        int looked = 0;
        for (Candidate candidate : inquiry.ranking().candidates()) {
            if (shown.stream().noneMatch(r -> r.holds(candidate))) {
                looked++;
                continue;
            }
            Chunk chunk = inquiry.passages().get(candidate.passage()).chunk();
            String sentence = PlainWords.of(
                            chunk.sentences().get(candidate.sentence()).text())
                    .text();
            best = Math.max(best, of(analysis, sentence, chunk));
            if (Sections.answers(analysis, chunk) || Sections.replies(analysis, chunk, candidate.sentence())) {
                best = Math.max(best, HEADED);
            }
            if (acts(analysis, sentence, chunk)) {
                best = Math.max(best, SPOKEN);
            }
            if (Fields.answers(analysis, chunk, candidate.sentence())
                    || DatedHeadings.answers(analysis, chunk, candidate.sentence())) {
                best = Math.max(best, COMPLETE);
            }
            if (looked++ < LOOKED_AT && isComplete(analysis, sentence)) {
                best = Math.max(best, COMPLETE);
            }
        }
        return best;
    }

    /** Whether a list is to be shown that its opening words announce as what is asked for: "The conditions are these:" */
    private static boolean isListed(Inquiry inquiry) {
        QuestionAnalysis analysis = inquiry.analysis();
        boolean several = analysis.asked() == Asked.LIST || analysis.asked() == Asked.FACT;
        List<Chosen> chosen = inquiry.chosen();
        if (!several || chosen.size() < 2 || analysis.keywords().isEmpty()) {
            return false;
        }
        Run first = chosen.getFirst().run();
        String all = chosen.stream().map(c -> c.run().shown()).collect(Collectors.joining(" "));
        Set<String> there =
                Overlap.content(first.chunk().title() + " " + first.chunk().heading() + " " + all);
        Set<String> topic = Fitness.topic(analysis);
        long told = topic.stream().filter(t -> Decision.isIn(t, there)).count();
        return first.shown().strip().endsWith(":")
                && Overlap.content(first.shown())
                        .contains(Stem.of(analysis.keywords().getFirst()))
                && told >= LISTED * topic.size();
    }

    private static double of(QuestionAnalysis analysis, String sentence, Chunk chunk) {
        return switch (analysis.asked()) {
            case DEFINITION ->
                Fitness.defines(analysis, sentence) ? DEFINED : Definitions.names(analysis, sentence) ? NAMED : 0;
            case QUOTE -> Fitness.speaks(analysis, sentence) && isOfTopic(analysis, sentence, chunk) ? SPOKEN : 0;
            case TOPIC -> topic(analysis, sentence, chunk);
            default -> 0;
        };
    }

    /** Whether words are on what they are asked about, in whatever word: "What did Ann say about the fire?"; so are all where nothing is named. */
    private static boolean isOfTopic(QuestionAnalysis analysis, String sentence, Chunk chunk) {
        Set<String> topic = new HashSet<>(Fitness.topic(analysis));
        analysis.names().stream().flatMap(n -> n.words().stream()).forEach(w -> topic.remove(w.stem()));
        topic.removeAll(SAYING);
        Set<String> there = Overlap.content(chunk.heading() + " " + sentence);
        return topic.isEmpty() || topic.stream().anyMatch(t -> Decision.isIn(t, there));
    }

    private static double topic(QuestionAnalysis analysis, String sentence, Chunk chunk) {
        Set<String> topic = Fitness.topic(analysis);
        if (topic.isEmpty()) {
            return 0;
        }
        if (Overlap.content(sentence).containsAll(topic)) {
            return TOPIC_IN_SENTENCE;
        }
        String above = chunk.heading() + " " + chunk.title() + " " + sentence;
        return Overlap.content(above).containsAll(topic) ? TOPIC_BELOW_HEADING : 0;
    }

    /** Whether the sentence has every content word of the question, and besides what such an answer consists of. */
    static boolean isComplete(QuestionAnalysis analysis, String sentence) {
        if (analysis.asked() == Asked.YES_NO) {
            return Decision.of(analysis, sentence);
        }
        List<Token> words = Token.all(sentence);
        if (Earlier.isTold(analysis, sentence, words)) {
            return true;
        }
        List<String> wanted =
                analysis.keywords().stream().filter(w -> !KINDS.contains(w)).toList();
        return wanted.size() >= FEWEST_WORDS
                && wanted.stream().allMatch(w -> has(words, w))
                && !isThing(words, analysis.action())
                && hasAnswer(analysis, sentence, words);
    }

    private static boolean has(List<Token> words, String wanted) {
        Token token = new Token(wanted, 0, wanted.length());
        return words.stream()
                .anyMatch(w -> w.lower().equals(wanted)
                        || w.stem().equals(token.stem())
                        || Verbs.base(w.lower()).equals(Verbs.base(wanted)));
    }

    /** Whether what is asked for as a deed is only what something else is told by: "a month after the end of the lease" for "when does it end?" */
    static boolean isThing(List<Token> words, String action) {
        String base = Verbs.base(action);
        List<Integer> places = IntStream.range(0, words.size())
                .filter(i -> Verbs.base(words.get(i).lower()).equals(base))
                .boxed()
                .toList();
        return !action.isEmpty()
                && !places.isEmpty()
                && places.stream()
                        .allMatch(i -> i > 1
                                && Lexicon.DETERMINERS.contains(words.get(i - 1).lower())
                                && Lexicon.PREPOSITIONS.contains(
                                        words.get(i - 2).lower()));
    }

    private static boolean hasAnswer(QuestionAnalysis analysis, String sentence, List<Token> words) {
        return switch (analysis.asked()) {
            case WHEN, HOW_MANY ->
                (analysis.asked() == Asked.WHEN ? Fitness.counted(sentence) : isAmount(analysis, sentence))
                        && words.stream()
                                .filter(Token::number)
                                .noneMatch(n -> analysis.keywords().contains(n.lower()));
            case WHO, WHERE -> Names.in(sentence).stream().anyMatch(n -> isNew(n, analysis));
            case WHY -> Fitness.reasons(sentence);
            default -> false;
        };
    }

    /** Whether the sentence has an amount; of what there is "how much" of, a count of something is none: "3 cakes". */
    private static boolean isAmount(QuestionAnalysis analysis, String sentence) {
        boolean price = HOW_MUCH_IS.matcher(analysis.text()).find();
        return price
                ? AnswerForm.MONEY.isIn(analysis, sentence)
                        || MEASURED.matcher(sentence).find()
                : AnswerForm.amounts(analysis, sentence);
    }

    /** Whether the sentence says by whom it is done, and the rest of the question stands there or above it: "It is made by Ann" for "who makes the lamp?" */
    private static boolean namesAgent(QuestionAnalysis analysis, String sentence, Chunk chunk) {
        List<Token> asked = Token.all(analysis.text());
        boolean who = !asked.isEmpty() && asked.getFirst().lower().equals("who");
        Optional<Token> verb = asked.stream()
                .skip(1)
                .filter(t -> Lexicon.content(t) && !Lexicon.ADVERBS.contains(t.lower()))
                .findFirst();
        if (!who || verb.isEmpty() || asked.size() < FEWEST_WORDS + 1) {
            return false;
        }
        Set<String> around = Overlap.content(chunk.title() + " " + chunk.heading() + " " + sentence);
        Set<String> rest = new HashSet<>(Fitness.topic(analysis));
        rest.remove(verb.get().stem());
        List<Token> words = Token.all(sentence);
        return !rest.isEmpty()
                && around.containsAll(rest)
                && IntStream.range(1, words.size() - 2)
                        .anyMatch(i ->
                                Verbs.same(words.get(i).lower(), verb.get().lower())
                                        && words.get(i + 1).lower().equals("by")
                                        && words.subList(i + 2, Math.min(words.size(), i + 5)).stream()
                                                .anyMatch(Token::capitalised));
    }

    /** Whether the asked one does the asked thing in the sentence, and the rest of the question stands there or above it: "The board decided to ..." */
    static boolean acts(QuestionAnalysis analysis, String sentence, Chunk chunk) {
        if (analysis.asked() == Asked.WHO) {
            return namesAgent(analysis, sentence, chunk);
        }
        boolean fact = analysis.asked() == Asked.FACT || analysis.asked() == Asked.LIST;
        Set<String> subject = Overlap.content(analysis.subject());
        if (!fact || subject.isEmpty() || analysis.action().isEmpty()) {
            return false;
        }
        Set<String> around = Overlap.content(chunk.title() + " " + chunk.heading() + " " + sentence);
        Set<String> rest = new HashSet<>(Fitness.topic(analysis));
        rest.remove(Stem.of(analysis.action()));
        return around.containsAll(rest)
                && Action.in(sentence, analysis.action())
                        .filter(a -> !a.isDenied())
                        .filter(a -> a.words().subList(0, a.verb()).stream().anyMatch(t -> subject.contains(t.stem())))
                        .isPresent();
    }

    private static boolean isNew(Name name, QuestionAnalysis analysis) {
        return name.words().stream().noneMatch(w -> analysis.keywords().contains(w.lower()));
    }
}
