package coalition.summary;

import coalition.answer.Overlap;
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
import java.util.Set;

/** Summaries of a folder in its own words, each line with its place. Safe for several threads. */
public final class Summaries {
    private static final int LARGE = 2_000;
    private static final int FEW_DOCUMENTS = 4;
    private static final int PASSAGES = 12;
    private static final double NEAR = .3;

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

    /** The most telling sentences on a topic. */
    public Summary overview(String topic, Scope scope) {
        List<Told> told = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
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
        return new Overview(vectors)
                .of(
                        "On " + topic.strip(),
                        told,
                        weights,
                        8,
                        4,
                        told.isEmpty() ? "The documents say nothing of “" + topic.strip() + "”." : "");
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
