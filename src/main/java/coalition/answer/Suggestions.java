package coalition.answer;

import coalition.document.Chunk;
import coalition.document.DocumentCard;
import coalition.document.Library;
import coalition.retrieval.Passage;
import coalition.retrieval.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Questions the documents can answer, made from their headings. Safe for several threads. */
public final class Suggestions {
    private static final int WANTED = 2;

    private final Library library;

    public Suggestions(Library library) {
        this.library = library;
    }

    /** Two questions near to what was asked, or from anywhere in scope; empty where nothing is indexed. */
    List<String> near(Inquiry inquiry, Scope scope) {
        Set<String> topics = new LinkedHashSet<>();
        inquiry.passages().stream().map(Passage::chunk).map(Suggestions::topic).forEach(topics::add);
        if (topics.size() < WANTED) {
            library.cards().stream()
                    .filter(c -> scope.contains(c.id()))
                    .map(DocumentCard::title)
                    .forEach(topics::add);
        }
        List<String> questions = new ArrayList<>();
        topics.stream().limit(WANTED).forEach(t -> questions.add("What do the documents say about " + t + "?"));
        return questions;
    }

    private static String topic(Chunk chunk) {
        return chunk.headings().isEmpty() ? chunk.title() : chunk.headings().getLast();
    }
}
