package coalition.vectorstore;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;
import org.jspecify.annotations.Nullable;

/**
 * What a search sees of one generation: the index as it was published, and the newest entries beside it. What it finds in the index is
 * scored with the statistics of both, so that scores stay the same when the newest go into the index.
 */
final class EntrySearcher extends IndexSearcher {
    private final NewestEntries newest;

    EntrySearcher(IndexReader reader, NewestEntries newest) {
        super(reader);
        this.newest = newest;
    }

    /** The entries that are not in the index. */
    NewestEntries newest() {
        return newest;
    }

    /** Entries in all. */
    long entries() {
        return (long) getIndexReader().numDocs() + newest.size();
    }

    /** ln(1 + (N - n + 0.5) / (n + 0.5)) with N entries that have text, n of them holding the term. */
    double idf(String term) throws IOException {
        IndexReader reader = getIndexReader();
        return KeywordQuery.idf(
                reader.getDocCount(EntryIndex.TEXT) + (long) newest.texts(),
                reader.docFreq(new Term(EntryIndex.TEXT, term)) + (long) newest.holding(term));
    }

    @Override
    public @Nullable CollectionStatistics collectionStatistics(String field) throws IOException {
        CollectionStatistics index = super.collectionStatistics(field);
        if (newest.texts() == 0 || !field.equals(EntryIndex.TEXT)) {
            return index;
        }
        return new CollectionStatistics(
                field,
                (long) getIndexReader().maxDoc() + newest.size(),
                newest.texts() + (index == null ? 0 : index.docCount()),
                newest.lengths() + (index == null ? 0 : index.sumTotalTermFreq()),
                newest.differentTerms() + (index == null ? 0 : index.sumDocFreq()));
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) throws IOException {
        boolean isOfText = term.field().equals(EntryIndex.TEXT);
        return super.termStatistics(
                term,
                docFreq + (isOfText ? newest.holding(term.text()) : 0),
                totalTermFreq + (isOfText ? newest.times(term.text()) : 0));
    }
}
