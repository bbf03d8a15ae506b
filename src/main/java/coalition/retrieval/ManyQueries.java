package coalition.retrieval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Retrieves for each part of a question and takes from each in turn. Safe for several threads where its retriever is. */
public final class ManyQueries {
    private final Retriever retriever;

    public ManyQueries(Retriever retriever) {
        this.retriever = retriever;
    }

    /** The best of each query, then the second of each, and so on, each chunk once; at most {@code limit}, empty for no queries. */
    public List<Passage> retrieve(List<Query> queries, int limit) {
        List<List<Passage>> found = queries.stream().map(retriever::retrieve).toList();
        int deepest = found.stream().mapToInt(List::size).max().orElse(0);
        List<Passage> merged = new ArrayList<>();
        Set<ChunkKey> seen = new HashSet<>();
        for (int rank = 0; rank < deepest; rank++) {
            for (List<Passage> passages : found) {
                if (rank < passages.size()
                        && merged.size() < limit
                        && seen.add(ChunkKey.of(passages.get(rank).chunk()))) {
                    merged.add(passages.get(rank));
                }
            }
        }
        return List.copyOf(merged);
    }
}
