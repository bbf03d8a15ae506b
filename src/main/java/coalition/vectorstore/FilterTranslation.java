package coalition.vectorstore;

import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.comparison.ContainsString;
import dev.langchain4j.store.embedding.filter.comparison.IsEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsGreaterThan;
import dev.langchain4j.store.embedding.filter.comparison.IsGreaterThanOrEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsIn;
import dev.langchain4j.store.embedding.filter.comparison.IsLessThan;
import dev.langchain4j.store.embedding.filter.comparison.IsLessThanOrEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsNotEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsNotIn;
import dev.langchain4j.store.embedding.filter.logical.And;
import dev.langchain4j.store.embedding.filter.logical.Not;
import dev.langchain4j.store.embedding.filter.logical.Or;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.document.BinaryPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.util.BytesRef;

/**
 * LangChain4j's filters as Lucene queries. They mean what {@link Filter#test} does, but for values of a type that cannot be
 * compared: there LangChain4j throws, a query finds them different. An entry without the key is different from every value.
 */
final class FilterTranslation {
    private static final int DIGITS = 19;

    private FilterTranslation() {}

    /** @throws UnsupportedOperationException for a filter that is not LangChain4j's own */
    static Query translate(Filter filter) {
        return switch (filter) {
            case And and -> both(translate(and.left()), translate(and.right()));
            case Or or ->
                new BooleanQuery.Builder()
                        .add(translate(or.left()), Occur.SHOULD)
                        .add(translate(or.right()), Occur.SHOULD)
                        .build();
            case Not not -> not(translate(not.expression()));
            case IsEqualTo equal -> in(equal.key(), List.of(equal.comparisonValue()));
            case IsNotEqualTo different -> not(in(different.key(), List.of(different.comparisonValue())));
            case IsIn in -> in(in.key(), in.comparisonValues());
            case IsNotIn notIn -> not(in(notIn.key(), notIn.comparisonValues()));
            case IsGreaterThan greater -> above(greater.key(), greater.comparisonValue(), false);
            case IsGreaterThanOrEqualTo greater -> above(greater.key(), greater.comparisonValue(), true);
            case IsLessThan less -> below(less.key(), less.comparisonValue(), false);
            case IsLessThanOrEqualTo less -> below(less.key(), less.comparisonValue(), true);
            case ContainsString contains -> new ContainsQuery(contains.key(), contains.comparisonValue()).rewritten();
            default -> throw unknown(filter);
        };
    }

    static UnsupportedOperationException unknown(Filter filter) {
        return new UnsupportedOperationException(
                "cannot filter by " + filter.getClass().getName() + ": use LangChain4j's own filters");
    }

    private static Query both(Query left, Query right) {
        return new BooleanQuery.Builder()
                .add(left, Occur.FILTER)
                .add(right, Occur.FILTER)
                .build();
    }

    private static Query not(Query query) {
        return new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                .add(query, Occur.MUST_NOT)
                .build();
    }

    private static Query in(String key, Collection<?> values) {
        List<BytesRef> terms = new ArrayList<>();
        List<byte[]> numbers = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Number number) {
                MetadataFields.decimal(number)
                        .filter(MetadataFields::isExact)
                        .ifPresent(decimal -> numbers.add(MetadataFields.encode(decimal)));
            } else {
                terms.add(MetadataFields.term(value.toString()));
            }
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        if (terms.size() == 1) {
            any.add(new TermQuery(new Term(MetadataFields.text(key), terms.getFirst())), Occur.SHOULD);
        } else if (!terms.isEmpty()) {
            any.add(new TermInSetQuery(MetadataFields.text(key), terms), Occur.SHOULD);
        }
        if (!numbers.isEmpty()) {
            any.add(BinaryPoint.newSetQuery(MetadataFields.number(key), numbers.toArray(byte[][]::new)), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query above(String key, Object value, boolean inclusive) {
        return switch (value) {
            case Number number -> numberRange(key, number, RoundingMode.CEILING, inclusive, true);
            case UUID uuid -> pointRange(MetadataFields.uuid(key), MetadataFields.encode(uuid), inclusive, true);
            default ->
                new TermRangeQuery(
                        MetadataFields.text(key), MetadataFields.term(value.toString()), null, inclusive, true);
        };
    }

    private static Query below(String key, Object value, boolean inclusive) {
        return switch (value) {
            case Number number -> numberRange(key, number, RoundingMode.FLOOR, inclusive, false);
            case UUID uuid -> pointRange(MetadataFields.uuid(key), MetadataFields.encode(uuid), inclusive, false);
            default ->
                new TermRangeQuery(
                        MetadataFields.text(key), null, MetadataFields.term(value.toString()), true, inclusive);
        };
    }

    private static Query numberRange(String key, Number number, RoundingMode rounding, boolean inclusive, boolean up) {
        Optional<BigDecimal> decimal = MetadataFields.decimal(number);
        if (decimal.isEmpty()) {
            return new MatchNoDocsQuery("compares with no number");
        }
        BigDecimal bound = decimal.get().round(new MathContext(DIGITS, rounding));
        boolean included = inclusive || bound.compareTo(decimal.get()) != 0;
        return pointRange(MetadataFields.number(key), MetadataFields.encode(bound), included, up);
    }

    private static Query pointRange(String field, byte[] bound, boolean inclusive, boolean up) {
        byte[] lowest = new byte[bound.length];
        byte[] highest = new byte[bound.length];
        Arrays.fill(highest, (byte) 0xFF);
        if (!inclusive && !step(bound, up)) {
            return new MatchNoDocsQuery("beyond all values");
        }
        return up ? BinaryPoint.newRangeQuery(field, bound, highest) : BinaryPoint.newRangeQuery(field, lowest, bound);
    }

    /** Moves the bytes to the next value up or down; false where there is none. */
    private static boolean step(byte[] bytes, boolean up) {
        for (int i = bytes.length - 1; i >= 0; i--) {
            bytes[i] += (byte) (up ? 1 : -1);
            if (bytes[i] != (byte) (up ? 0 : 0xFF)) {
                return true;
            }
        }
        return false;
    }
}
