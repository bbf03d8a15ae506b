package coalition.answer;

import coalition.document.Chunk;
import coalition.document.DocumentCard;
import coalition.document.Library;
import coalition.document.Sentence;
import coalition.retrieval.Passage;
import coalition.retrieval.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions the documents can answer, made from sentences that answer them. Safe for several threads. */
public final class Suggestions {
    private static final int WANTED = 2;
    private static final int DOCUMENTS = 6;
    private static final int CHUNKS = 4;
    private static final Pattern DEFINED = Pattern.compile(
            "^(?:(The|An?) )?((?:\\p{Lu}[\\p{L}\\p{N}’'.-]*)(?: (?:of|the|for|and|de|van|von) (?=\\p{Lu})| \\p{Lu}[\\p{L}\\p{N}’'.-]*| \\d{1,4}\\b){0,4})(?: \\([^)]*\\))?,? (is|was) (?:also |the |an? )");
    private static final Set<String> DULL = Lexicon.words(
            "introduction overview references notes sources contents appendix summary background history other"
                    + " miscellaneous general links bibliography details information about readme index changelog glossary brief short source facts files company person persons people dates events uncertain points particulars purpose scope conclusion questions answers faq terms definitions come report said says");

    private final Library library;

    public Suggestions(Library library) {
        this.library = library;
    }

    /** Two questions near to what was asked, else from anywhere in scope; empty where nothing is indexed. */
    List<String> near(Inquiry inquiry, Scope scope) {
        Set<String> questions = new LinkedHashSet<>();
        List<Chunk> near = inquiry.passages().stream().map(Passage::chunk).toList();
        near.forEach(c -> add(questions, c, inquiry, WANTED));
        if (questions.size() < WANTED) {
            anywhere(scope).forEach(c -> add(questions, c, inquiry, WANTED));
        }
        if (questions.size() < WANTED) {
            near.forEach(c -> topic(c).ifPresent(questions::add));
            anywhere(scope).forEach(c -> topic(c).ifPresent(questions::add));
        }
        return questions.stream().limit(WANTED).toList();
    }

    /** At most {@code limit} questions to begin with: what all is about, then from the first documents in scope; empty where nothing is indexed. */
    public List<String> starting(Scope scope, int limit) {
        List<Chunk> chunks = anywhere(scope);
        Set<String> questions = new LinkedHashSet<>();
        if (!chunks.isEmpty()) {
            questions.add("What is this about?");
        }
        chunks.forEach(c -> add(questions, c, Inquiry.before(""), limit));
        chunks.stream().takeWhile(c -> questions.size() < limit).forEach(c -> topic(c).ifPresent(questions::add));
        return questions.stream().limit(limit).toList();
    }

    private List<Chunk> anywhere(Scope scope) {
        List<Chunk> chunks = new ArrayList<>();
        library.cards().stream()
                .filter(c -> scope.contains(c.id()))
                .limit(DOCUMENTS)
                .map(DocumentCard::id)
                .forEach(id -> library.chunks(id).stream().limit(CHUNKS).forEach(chunks::add));
        return chunks;
    }

    /** Adds questions that a sentence of the chunk answers; not the one that was asked. */
    private static void add(Set<String> questions, Chunk chunk, Inquiry inquiry, int wanted) {
        for (Sentence sentence : chunk.sentences()) {
            if (questions.size() >= wanted) {
                return;
            }
            String plain = PlainWords.of(sentence.text()).text();
            defining(plain)
                    .or(() -> spoken(plain))
                    .filter(q -> !isAsked(q, inquiry.standalone()) && answered(q, plain))
                    .ifPresent(questions::add);
        }
    }

    private static boolean isAsked(String question, String before) {
        return !before.isBlank() && Overlap.repeats(question, before);
    }

    private static boolean answered(String question, String sentence) {
        QuestionAnalysis analysis = QuestionAnalysis.of(question);
        return Fitness.defines(analysis, sentence) || Fitness.speaks(analysis, sentence);
    }

    private static Optional<String> defining(String sentence) {
        Matcher matcher = DEFINED.matcher(sentence);
        if (!matcher.find() || Lexicon.STOP.contains(matcher.group(2).toLowerCase(java.util.Locale.ROOT))) {
            return Optional.empty();
        }
        Name name = Names.in("of " + matcher.group(2)).stream().findFirst().orElse(new Name("", 0, 0, List.of(), true));
        boolean person =
                matcher.group(1) == null && !name.words().isEmpty() && Focus.personal(name, "", sentence) >= 1.5;
        String article = matcher.group(1) == null ? "" : matcher.group(1).toLowerCase(java.util.Locale.ROOT) + " ";
        return Optional.of((person ? "Who " : "What ") + matcher.group(3) + " " + article + matcher.group(2) + "?");
    }

    private static Optional<String> spoken(String sentence) {
        return Attribution.speaker(sentence)
                .filter(s -> sentence.contains("“") || sentence.contains("\""))
                .filter(s -> Token.all(s).size() > 1)
                .map(s -> "What did " + s + " say?");
    }

    private static Optional<String> topic(Chunk chunk) {
        String heading =
                chunk.headings().isEmpty() ? chunk.title() : chunk.headings().getLast();
        boolean telling = Token.all(heading).stream()
                .anyMatch(t -> t.text().length() > 3 && Lexicon.content(t) && !DULL.contains(t.lower()) && !t.number());
        if (!telling || Token.all(heading).size() > 8) {
            return Optional.empty();
        }
        return Optional.of(heading.endsWith("?") ? heading : "What do the documents say about “" + heading + "”?");
    }
}
