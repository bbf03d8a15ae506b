package coalition.answer;

import coalition.answer.Draft.DraftSentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gives a model's verified draft again when the same question meets the same passages. A passage's id names the version of its
 * document, so that a changed text, another scope or another ranking is another key: nothing stale can be given. Drafts of the
 * template are not kept. Safe for several threads.
 */
final class CachedGenerator implements Generator {
    private static final int KEPT = 500;

    private final Generator generator;
    private final Map<Key, Draft> drafts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Draft> eldest) {
            return size() > KEPT;
        }
    };

    CachedGenerator(Generator generator) {
        this.generator = generator;
    }

    private record Key(String question, List<String> chunks) {}

    @Override
    public Draft generate(Task task, Consumer<DraftSentence> sentences) {
        Key key = new Key(
                plain(task.standalone()),
                task.passages().stream().map(p -> p.chunk().id()).toList());
        Optional<Draft> known = known(key);
        if (known.isPresent()) {
            known.get().sentences().forEach(sentences);
            return known.get();
        }
        Draft draft = generator.generate(task, sentences);
        if (draft.mode() == Mode.LLM && !draft.sentences().isEmpty()) {
            synchronized (drafts) {
                drafts.put(key, draft);
            }
        }
        return draft;
    }

    private Optional<Draft> known(Key key) {
        synchronized (drafts) {
            return Optional.ofNullable(drafts.get(key));
        }
    }

    /** Questions that differ in case, blanks and marks only are the same. */
    private static String plain(String question) {
        return question.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
