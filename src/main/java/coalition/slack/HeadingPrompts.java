package coalition.slack;

import coalition.document.DocumentCard;
import coalition.document.DocumentId;
import coalition.document.Heading;
import coalition.document.Library;
import coalition.retrieval.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Questions made from the headings of the documents that changed last, one a document in turn. Safe for several threads. */
public final class HeadingPrompts implements Prompts {
    private static final int DOCUMENTS = 20;
    private static final int LONGEST = 60;

    private final Library library;
    private long generation = -1;
    private List<Topics> topics = List.of();

    public HeadingPrompts(Library library) {
        this.library = library;
    }

    private record Topics(DocumentId document, List<String> words) {}

    @Override
    public List<String> suggest(Scope scope, int limit) {
        List<Topics> there =
                topics().stream().filter(t -> scope.contains(t.document())).toList();
        Set<String> questions = new LinkedHashSet<>();
        for (int round = 0; round < 4 && questions.size() < limit; round++) {
            for (Topics document : there) {
                if (round < document.words().size() && questions.size() < limit) {
                    questions.add("What do the documents say about "
                            + document.words().get(round) + "?");
                }
            }
        }
        return List.copyOf(questions);
    }

    private synchronized List<Topics> topics() {
        long now = library.generation();
        if (now != generation) {
            topics = library.cards().stream()
                    .sorted((a, b) -> b.modified().compareTo(a.modified()))
                    .limit(DOCUMENTS)
                    .map(this::topics)
                    .toList();
            generation = now;
        }
        return topics;
    }

    private Topics topics(DocumentCard card) {
        List<String> words = new ArrayList<>();
        library.find(card.id())
                .ifPresent(d -> d.headings().stream()
                        .filter(h -> h.level() == 2
                                && h.text().length() <= LONGEST
                                && !h.text().isBlank())
                        .map(Heading::text)
                        .limit(4)
                        .forEach(words::add));
        if (words.isEmpty()) {
            words.add(SlackText.cut(card.title(), LONGEST));
        }
        return new Topics(card.id(), List.copyOf(words));
    }
}
