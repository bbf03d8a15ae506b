package coalition.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * What was made of the texts seen last, since the sentences of a draft are held against the same few passages one after the other.
 * Safe for several threads; two may make the same thing at the same time.
 */
final class Recent<T> {
    private final Map<String, T> known;

    /** @param most how many texts are remembered, those used last */
    Recent(int most) {
        this.known = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        };
    }

    /** What was made of the text before, else what is made of it now. */
    T of(String text, Function<String, T> maker) {
        synchronized (known) {
            T seen = known.get(text);
            if (seen != null) {
                return seen;
            }
        }
        T made = maker.apply(text);
        synchronized (known) {
            known.put(text, made);
        }
        return made;
    }
}
