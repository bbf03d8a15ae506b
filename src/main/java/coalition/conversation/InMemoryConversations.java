package coalition.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Thread memory that ends with the process. */
public final class InMemoryConversations implements Conversations {
    private final Map<ThreadId, List<Turn>> threads = new ConcurrentHashMap<>();

    @Override
    public List<Turn> recent(ThreadId thread, int limit) {
        List<Turn> turns = threads.getOrDefault(thread, List.of());
        return turns.subList(Math.max(0, turns.size() - limit), turns.size());
    }

    @Override
    public void append(ThreadId thread, Turn turn) {
        threads.merge(thread, List.of(turn), (old, added) -> {
            List<Turn> all = new ArrayList<>(old);
            all.addAll(added);
            return List.copyOf(all);
        });
    }

    @Override
    public void forget(ThreadId thread) {
        threads.remove(thread);
    }
}
