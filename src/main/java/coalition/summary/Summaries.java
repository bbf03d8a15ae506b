package coalition.summary;

import coalition.answer.Citation;
import coalition.answer.Digest;
import coalition.answer.Overlap;
import coalition.answer.Run;
import coalition.answer.Token;
import coalition.document.Chunk;
import coalition.document.DocumentCard;
import coalition.document.Library;
import coalition.retrieval.ChunkVectors;
import coalition.retrieval.Passage;
import coalition.retrieval.Query;
import coalition.retrieval.Retriever;
import coalition.retrieval.Scope;
import coalition.summary.Summary.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Summaries of a folder in its own words, each line with its place. Safe for several threads. */
public final class Summaries implements Digest {
    private static final int LARGE = 2_000;
    private static final int FEW_DOCUMENTS = 4;
    private static final int PASSAGES = 12;
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "our", "this");
    private static final double NEAR = .3;
    private static final int MANY_DOCUMENTS = 200;
    private static final int OPENING = 2;
    private static final int MOST_TOLD = 6;
    private static final int MOST_DATED = 10;
    private static final int MOST_SAID = 8;
    private static final int SAID_BY_EACH = 2;
    private static final int MOST_PEOPLE = 8;
    private static final int MOST_DOCUMENTS = 12;

    private final Library library;
    private final Retriever retriever;
    private final ChunkVectors vectors;

    public Summaries(Library library, Retriever retriever, ChunkVectors vectors) {
        this.library = library;
        this.retriever = retriever;
        this.vectors = vectors;
    }

    /** The most telling sentences of all documents in scope. */
    public Summary overview(Scope scope) {
        List<Told> all = Told.all(library, scope);
        List<Told> read = all.size() > LARGE
                ? all.stream().filter(t -> t.chunk().ordinal() < 2).toList()
                : all;
        int documents = documents(scope).size();
        int most = Math.clamp(2L * documents, 5, 12);
        int each = documents <= FEW_DOCUMENTS ? 4 : 2;
        String notice = documents == 0
                ? "No documents are indexed."
                : documents > most
                        ? "Sentences from " + most + " of " + documents + " documents; name a topic to see more."
                        : "";
        return new Overview(vectors)
                .of(title(documents), read, read.stream().map(t -> 0d).toList(), most, each, notice);
    }

    /** The most telling sentences on a topic: of the documents and sections that are named so, or else of what a search brings. */
    public Summary overview(String topic, Scope scope) {
        List<Told> named = named(topic, scope);
        List<Told> told = new ArrayList<>(named);
        List<Double> weights = new ArrayList<>(named.stream().map(t -> 0d).toList());
        if (named.isEmpty()) {
            for (Passage passage : retriever.retrieve(new Query(topic, PASSAGES, scope))) {
                for (Told one : Told.of(passage.chunk())) {
                    var score = passage.sentences().get(one.index());
                    double near = score.cosine() + score.overlap();
                    if (near >= NEAR && mentions(one, passage, topic)) {
                        told.add(one);
                        weights.add(2 * near);
                    }
                }
            }
        }
        return new Overview(vectors)
                .of(
                        "On " + topic.strip(),
                        told,
                        weights,
                        8,
                        named.isEmpty() ? 4 : 8,
                        told.isEmpty() ? "The documents say nothing of “" + topic.strip() + "”." : "");
    }

    @Override
    public List<Run> told(Wish wish, Scope scope) {
        return switch (wish.kind()) {
            case OVERVIEW -> telling(wish.topic(), scope);
            case TIMELINE ->
                runs(wish.topic().isBlank() ? timeline(scope) : timeline(wish.topic(), scope), MOST_DATED, MOST_DATED);
            case SIDES -> runs(sides(scope), MOST_SAID, SAID_BY_EACH);
            case CAST -> Cast.of(Told.all(library, scope), MOST_PEOPLE);
            case SOURCES -> runs(sources(scope), MOST_DOCUMENTS, MOST_DOCUMENTS);
        };
    }

    private List<Run> telling(String topic, Scope scope) {
        List<Told> told = topic.isBlank() ? opening(scope) : named(topic, scope);
        long documents = told.stream().map(t -> t.chunk().document()).distinct().count();
        int each = (int) Math.max(2, MOST_TOLD / Math.max(1, documents));
        return new Overview(vectors)
                .picked(told, told.stream().map(t -> 0d).toList(), MOST_TOLD, each).values().stream()
                        .flatMap(List::stream)
                        .map(Told::run)
                        .toList();
    }

    /** The first lines of each section as they stand in their documents. */
    private List<Run> runs(Summary summary, int most, int each) {
        return summary.sections().stream()
                .flatMap(section -> section.lines().stream().limit(each))
                .map(line -> summary.citations().get(line.citations().getFirst() - 1))
                .limit(most)
                .flatMap(citation -> run(citation).stream())
                .toList();
    }

    private Optional<Run> run(Citation citation) {
        return library.chunks(citation.document()).stream()
                .filter(chunk -> chunk.id().equals(citation.chunk()))
                .map(chunk -> new Run(
                        0,
                        chunk,
                        sentence(chunk, citation.span().start()),
                        sentence(chunk, citation.span().end() - 1)))
                .findFirst();
    }

    /** The last sentence that begins there or before. */
    private static int sentence(Chunk chunk, int place) {
        int last = 0;
        for (int i = 0; i < chunk.sentences().size(); i++) {
            last = chunk.sentences().get(i).span().start() <= place ? i : last;
        }
        return last;
    }

    /** What the documents begin with: of many documents, of the first of them. */
    private List<Told> opening(Scope scope) {
        List<DocumentCard> documents = documents(scope);
        return documents.stream()
                .limit(MANY_DOCUMENTS)
                .flatMap(card -> library.chunks(card.id()).stream())
                .filter(chunk -> documents.size() <= FEW_DOCUMENTS || chunk.ordinal() < OPENING)
                .flatMap(chunk -> Told.of(chunk).stream())
                .toList();
    }

    /** All that stands in documents, or else in sections, whose name has all words of the topic. */
    private List<Told> named(String topic, Scope scope) {
        Set<String> wanted = Overlap.content(topic);
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<DocumentCard> titled = documents(scope).stream()
                .filter(card -> Overlap.content(card.title()).containsAll(wanted))
                .toList();
        List<DocumentCard> opening =
                titled.stream().filter(card -> opens(card.title(), wanted)).toList();
        return titled.isEmpty()
                ? retriever.retrieve(new Query(topic, PASSAGES, scope)).stream()
                        .map(Passage::chunk)
                        .filter(chunk -> Overlap.content(chunk.heading()).containsAll(wanted))
                        .flatMap(chunk -> Told.of(chunk).stream())
                        .toList()
                : (opening.isEmpty() ? titled : opening)
                        .stream()
                                .flatMap(card -> library.chunks(card.id()).stream())
                                .flatMap(chunk -> Told.of(chunk).stream())
                                .toList();
    }

    /** "The dispute over the pier" is about the dispute, "The people in the dispute" is not. */
    private static boolean opens(String title, Set<String> wanted) {
        return Token.all(title).stream()
                .filter(t -> !ARTICLES.contains(t.lower()))
                .findFirst()
                .filter(t -> wanted.contains(t.stem()))
                .isPresent();
    }

    /** Dated statements in the order of time. */
    public Summary timeline(Scope scope) {
        return Timeline.of(Told.all(library, scope));
    }

    /** Dated statements on a topic in the order of time. */
    public Summary timeline(String topic, Scope scope) {
        return Timeline.of(retriever.retrieve(new Query(topic, 2 * PASSAGES, scope)).stream()
                .flatMap(p -> Told.of(p.chunk()).stream())
                .toList());
    }

    /** Statements by who makes them. */
    public Summary sides(Scope scope) {
        return Sides.of(Told.all(library, scope));
    }

    /** What is said of a name, slips of the pen tolerated, the sentence that defines it first. */
    public Summary who(String name, Scope scope) {
        return Profile.of(name, Told.all(library, scope));
    }

    /** The documents, each with the words it begins with. */
    public Summary sources(Scope scope) {
        List<DocumentCard> documents = documents(scope);
        Sheet sheet = new Sheet("Sources");
        List<Line> lines = new ArrayList<>();
        for (DocumentCard card : documents) {
            library.chunks(card.id()).stream()
                    .flatMap(c -> Told.of(c).stream())
                    .findFirst()
                    .ifPresent(t -> lines.add(sheet.line(card.title() + " (" + card.id() + ")", t.run())));
        }
        sheet.add("", lines);
        return sheet.finished(documents.isEmpty() ? "No documents are indexed." : "");
    }

    private static String title(int documents) {
        return documents == 1 ? "Summary of one document" : "Summary of " + documents + " documents";
    }

    private List<DocumentCard> documents(Scope scope) {
        return library.cards().stream().filter(c -> scope.contains(c.id())).toList();
    }

    /** Whether a word of the topic stands in the sentence, its headings or its title; meaning alone is not enough. */
    private static boolean mentions(Told told, Passage passage, String topic) {
        Set<String> wanted = Overlap.content(topic);
        Set<String> there = Overlap.content(told.text() + " " + passage.chunk().heading() + " "
                + passage.chunk().title());
        return wanted.isEmpty() || wanted.stream().anyMatch(there::contains);
    }
}
