package coalition.conversation;

import java.util.List;

/** Thread memory. Implementations are safe for several threads. */
public interface Conversations {
    /** The last turns of a thread, oldest first, at most {@code limit}; empty for a thread never seen. */
    List<Turn> recent(ThreadId thread, int limit);

    /** Adds a turn at the end of a thread; durable when the call returns. */
    void append(ThreadId thread, Turn turn);

    /** Removes a thread and all its turns. */
    void forget(ThreadId thread);
}
