package coalition.vectorstore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;

/**
 * Reads every row and every document and compares them: each entry is in the index once with its own vector, and nothing else is.
 * Runs where nobody writes.
 */
final class EntryCheck {
    private static final int SLICE = 500;
    private static final int MOST_FAULTS = 20;

    private final StoreFile file;
    private final List<String> faults = new ArrayList<>();
    private long[] keys = new long[1024];
    private int indexed;

    EntryCheck(StoreFile file) {
        this.file = file;
    }

    /** Compares the table with the index; with nothing where there is none. */
    StoreCheck run(Optional<EntryIndex> index) throws IOException {
        if (index.isPresent()) {
            IndexSearcher searcher = index.get().acquire();
            try {
                for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                    leaf.reader().checkIntegrity();
                    compare(leaf.reader());
                }
            } catch (IOException | IndexOutOfBoundsException e) {
                fault("the index is damaged: " + e.getMessage());
            } finally {
                EntryIndex.release(searcher);
            }
            Arrays.sort(keys, 0, indexed);
            for (int i = 1; i < indexed; i++) {
                if (keys[i] == keys[i - 1]) {
                    fault("the index holds the entry of key " + keys[i] + " twice");
                }
            }
        } else {
            fault("there is no index yet");
        }
        long entries = readTable(index.isPresent());
        return new StoreCheck(file.read(EntryTable::state).generation(), entries, faults);
    }

    private void compare(LeafReader leaf) throws IOException {
        NumericDocValues key = DocValues.getNumeric(leaf, EntryIndex.KEY);
        ByteVectorValues vectors = leaf.getByteVectorValues(EntryIndex.VECTOR);
        Bits live = leaf.getLiveDocs();
        if (vectors == null) {
            return;
        }
        DocIndexIterator docs = vectors.iterator();
        for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
            if ((live == null || live.get(doc)) && key.advanceExact(doc)) {
                compare(key.longValue(), vectors.vectorValue(docs.index()));
            }
        }
    }

    private void compare(long key, byte[] vector) {
        if (indexed == keys.length) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
        }
        keys[indexed++] = key;
        try {
            Optional<Entry> entry = file.read(session -> EntryTable.findLive(session, key));
            if (entry.isEmpty()) {
                fault("the index holds an entry of key " + key + " that the table does not");
            } else if (!Arrays.equals(vector, code(entry.get()))) {
                fault("the index holds another vector for '" + entry.get().id() + "' than the table");
            }
        } catch (StoreException e) {
            fault(String.valueOf(e.getMessage()));
        }
    }

    private static byte[] code(Entry entry) {
        float[] vector = entry.embedding().vector();
        return VectorCode.of(vector.length).encode(vector);
    }

    private long readTable(boolean hasIndex) {
        long entries = 0;
        try {
            List<Entry> slice = after(0);
            while (!slice.isEmpty()) {
                for (Entry entry : slice) {
                    if (hasIndex && Arrays.binarySearch(keys, 0, indexed, entry.key()) < 0) {
                        fault("the index lacks the entry '" + entry.id() + "'");
                    }
                }
                entries += slice.size();
                slice = after(slice.getLast().key());
            }
            long counted = file.read(EntryTable::count);
            if (counted != entries) {
                fault("the table counts " + counted + " entries and holds " + entries);
            }
        } catch (StoreException e) {
            fault(String.valueOf(e.getMessage()));
        }
        return entries;
    }

    private List<Entry> after(long key) {
        return file.read(session -> EntryTable.after(session, key, SLICE));
    }

    private void fault(String sentence) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(sentence);
        }
    }
}
