package coalition.vectorstore;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FilteredTermsEnum;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;

/** Entries whose string under a key holds another string, case mattering. */
final class ContainsQuery extends MultiTermQuery {
    private final String key;
    private final byte[] part;

    ContainsQuery(String key, String part) {
        super(MetadataFields.text(key), CONSTANT_SCORE_BLENDED_REWRITE);
        this.key = key;
        this.part = MetadataFields.sortable(part);
    }

    /** This, and those strings that are too long for a term. */
    Query rewritten() {
        return new BooleanQuery.Builder()
                .add(this, Occur.SHOULD)
                .add(new InLongText(MetadataFields.longText(key), part), Occur.SHOULD)
                .build();
    }

    @Override
    protected TermsEnum getTermsEnum(Terms terms, AttributeSource attributes) throws IOException {
        return new FilteredTermsEnum(terms.iterator(), false) {
            @Override
            protected AcceptStatus accept(BytesRef term) {
                return holds(term, part) ? AcceptStatus.YES : AcceptStatus.NO;
            }
        };
    }

    private static boolean holds(BytesRef whole, byte[] part) {
        int last = whole.offset + whole.length - part.length;
        for (int start = whole.offset; start <= last; start++) {
            if (Arrays.equals(whole.bytes, start, start + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return getField() + " contains " + Arrays.toString(part);
    }

    @Override
    public boolean equals(Object other) {
        return sameClassAs(other) && super.equals(other) && Arrays.equals(part, ((ContainsQuery) other).part);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Arrays.hashCode(part);
    }

    /** The same among the strings kept whole beside the terms. */
    private static final class InLongText extends Query {
        private final String field;
        private final byte[] part;

        InLongText(String field, byte[] part) {
            this.field = field;
            this.part = part;
        }

        @Override
        public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
            return new ConstantScoreWeight(this, boost) {
                @Override
                public ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
                    BinaryDocValues values = DocValues.getBinary(leaf.reader(), field);
                    TwoPhaseIterator matches = new TwoPhaseIterator(values) {
                        @Override
                        public boolean matches() throws IOException {
                            return holds(values.binaryValue(), part);
                        }

                        @Override
                        public float matchCost() {
                            return 10_000;
                        }
                    };
                    return new DefaultScorerSupplier(new ConstantScoreScorer(score(), scoreMode, matches));
                }

                @Override
                public boolean isCacheable(LeafReaderContext leaf) {
                    return DocValues.isCacheable(leaf, field);
                }
            };
        }

        @Override
        public void visit(QueryVisitor visitor) {
            visitor.visitLeaf(this);
        }

        @Override
        public String toString(String defaultField) {
            return field + " contains " + Arrays.toString(part);
        }

        @Override
        public boolean equals(Object other) {
            return sameClassAs(other)
                    && field.equals(((InLongText) other).field)
                    && Arrays.equals(part, ((InLongText) other).part);
        }

        @Override
        public int hashCode() {
            return Objects.hash(classHash(), field, Arrays.hashCode(part));
        }
    }
}
