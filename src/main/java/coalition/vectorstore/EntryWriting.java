package coalition.vectorstore;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.store.embedding.filter.Filter;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/** The changes of a store: each is one transaction of the table, then the same on the index, on the writer thread. */
final class EntryWriting {
    private static final int SLICE = 500;

    private final StoreFile file;
    private final WriterThread writer;
    private final IndexKeeper keeper;
    private volatile StoreState state;

    EntryWriting(StoreFile file, WriterThread writer, IndexKeeper keeper, StoreState state) {
        this.file = file;
        this.writer = writer;
        this.keeper = keeper;
        this.state = state;
    }

    /** The state after the last change that searches see. */
    StoreState state() {
        return state;
    }

    /** What is to be added under one id. */
    private record Addition(Embedding embedding, @Nullable TextSegment segment) {}

    boolean add(List<String> ids, List<Embedding> embeddings, List<? extends @Nullable TextSegment> segments) {
        return change(List::of, additions(ids, embeddings, segments));
    }

    boolean removeIds(List<String> ids) {
        return change(() -> file.read(session -> EntryTable.keys(session, ids)), Map.of());
    }

    boolean replace(
            Filter removed,
            List<String> ids,
            List<Embedding> embeddings,
            List<? extends @Nullable TextSegment> segments) {
        return change(() -> keys(removed), additions(ids, embeddings, segments));
    }

    boolean removeEverything() {
        return writer.run(() -> {
            follow(file.write(session -> {
                StoreState next = EntryTable.state(session).nextEmpty();
                EntryTable.save(session, next);
                EntryTable.truncate(session);
                return new Change(next, true, List.of(), List.of());
            }));
            return true;
        });
    }

    private static Map<String, Addition> additions(
            List<String> ids, List<Embedding> embeddings, List<? extends @Nullable TextSegment> segments) {
        if (ids.size() != embeddings.size() || ids.size() != segments.size()) {
            throw new IllegalArgumentException(
                    ids.size() + " ids, " + embeddings.size() + " embeddings and " + segments.size() + " segments");
        }
        LinkedHashMap<String, Addition> additions = LinkedHashMap.newLinkedHashMap(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            TextSegment segment = segments.get(i);
            EntryTable.fault(ids.get(i), segment).ifPresent(fault -> {
                throw new IllegalArgumentException("cannot add an entry: " + fault);
            });
            additions.putLast(ids.get(i), new Addition(embeddings.get(i), segment));
        }
        return additions;
    }

    /** Finds keys on the writer thread, before the transaction. */
    @FunctionalInterface
    private interface Selection {
        Collection<Long> keys();
    }

    private boolean change(Selection selection, Map<String, Addition> additions) {
        return writer.run(() -> {
            Set<Long> removed = new TreeSet<>(selection.keys());
            if (removed.isEmpty() && additions.isEmpty()) {
                return false;
            }
            follow(file.write(session -> write(session, removed, additions)));
            return true;
        });
    }

    private void follow(Change change) {
        keeper.apply(change);
        state = change.state();
    }

    private static Change write(Session session, Set<Long> removed, Map<String, Addition> additions)
            throws SQLException {
        StoreState before = EntryTable.state(session);
        removed.addAll(EntryTable.keys(session, additions.keySet()));
        int dimension = before.dimension();
        long key = before.lastKey();
        List<Entry> added = new ArrayList<>(additions.size());
        for (Map.Entry<String, Addition> addition : additions.entrySet()) {
            Embedding embedding = addition.getValue().embedding();
            dimension = dimension == 0 ? embedding.dimension() : dimension;
            if (embedding.dimension() != dimension) {
                throw new IllegalArgumentException("cannot add '" + addition.getKey() + "': its embedding has "
                        + embedding.dimension() + " numbers, the store's have " + dimension
                        + "; use one model, or empty the store first");
            }
            key++;
            added.add(new Entry(
                    key, addition.getKey(), embedding, addition.getValue().segment()));
        }
        StoreState next = before.next(key, dimension);
        EntryTable.retire(session, removed, next.generation());
        EntryTable.insert(session, added);
        EntryTable.save(session, next);
        return new Change(next, false, List.copyOf(removed), added);
    }

    private List<Long> keys(Filter filter) {
        return keeper.search(searcher -> matching(searcher, filter), () -> Optional.of(scanned(filter)));
    }

    private static List<Long> matching(EntrySearcher searcher, Filter filter) throws IOException {
        List<Long> matching = new ArrayList<>();
        searcher.newest().entries().stream()
                .filter(entry -> entry.passes(filter))
                .forEach(entry -> matching.add(entry.key()));
        Weight weight = searcher.createWeight(
                searcher.rewrite(FilterTranslation.translate(filter)), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            NumericDocValues keys = DocValues.getNumeric(leaf.reader(), EntryIndex.KEY);
            DocIdSetIterator docs = scorer.iterator();
            for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                if ((live == null || live.get(doc)) && keys.advanceExact(doc)) {
                    matching.add(keys.longValue());
                }
            }
        }
        return matching;
    }

    private List<Long> scanned(Filter filter) {
        List<Long> matching = new ArrayList<>();
        forEachSlice(slice ->
                slice.stream().filter(entry -> entry.passes(filter)).forEach(entry -> matching.add(entry.key())));
        return matching;
    }

    /** Reads the whole table. */
    void forEachSlice(Consumer<List<Entry>> reader) {
        file.readSnapshot(session -> {
            List<Entry> slice = EntryTable.after(session, 0, SLICE);
            while (!slice.isEmpty()) {
                reader.accept(slice);
                slice = EntryTable.after(session, slice.getLast().key(), SLICE);
            }
            return true;
        });
    }
}
