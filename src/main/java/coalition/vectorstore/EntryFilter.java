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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** LangChain4j's filters on one entry, with the meaning that {@link FilterTranslation} gives them in the index. */
final class EntryFilter {
    private EntryFilter() {}

    /**
     * Whether an entry with this metadata passes.
     *
     * @throws UnsupportedOperationException for a filter that is not LangChain4j's own
     */
    static boolean passes(Filter filter, Map<String, Object> metadata) {
        return switch (filter) {
            case And and -> passes(and.left(), metadata) && passes(and.right(), metadata);
            case Or or -> passes(or.left(), metadata) || passes(or.right(), metadata);
            case Not not -> !passes(not.expression(), metadata);
            case IsEqualTo equal -> isIn(metadata, equal.key(), List.of(equal.comparisonValue()));
            case IsNotEqualTo different -> !isIn(metadata, different.key(), List.of(different.comparisonValue()));
            case IsIn in -> isIn(metadata, in.key(), in.comparisonValues());
            case IsNotIn notIn -> !isIn(metadata, notIn.key(), notIn.comparisonValues());
            case IsGreaterThan than -> isBeyond(metadata, than.key(), than.comparisonValue(), 1, false);
            case IsGreaterThanOrEqualTo than -> isBeyond(metadata, than.key(), than.comparisonValue(), 1, true);
            case IsLessThan than -> isBeyond(metadata, than.key(), than.comparisonValue(), -1, false);
            case IsLessThanOrEqualTo than -> isBeyond(metadata, than.key(), than.comparisonValue(), -1, true);
            case ContainsString contains -> holds(metadata.get(contains.key()), contains.comparisonValue());
            default -> throw FilterTranslation.unknown(filter);
        };
    }

    private static boolean isIn(Map<String, Object> metadata, String key, Collection<?> values) {
        Object stored = metadata.get(key);
        if (stored == null) {
            return false;
        }
        return values.stream()
                .anyMatch(value -> (value instanceof Number || stored instanceof Number)
                        ? order(stored, value).equals(OptionalInt.of(0))
                        : stored.toString().equals(value.toString()));
    }

    private static boolean isBeyond(
            Map<String, Object> metadata, String key, Object value, int direction, boolean inclusive) {
        Object stored = metadata.get(key);
        OptionalInt order = stored == null ? OptionalInt.empty() : order(stored, value);
        return order.isPresent() && (order.getAsInt() == 0 ? inclusive : Integer.signum(order.getAsInt()) == direction);
    }

    private static boolean holds(@Nullable Object stored, String part) {
        return stored != null
                && !(stored instanceof Number)
                && stored.toString().contains(part);
    }

    /** How the stored value compares with the other; empty where the two cannot be compared. */
    private static OptionalInt order(Object stored, Object value) {
        if (value instanceof Number number) {
            return stored instanceof Number other ? order(other, number) : OptionalInt.empty();
        }
        if (value instanceof UUID uuid) {
            return stored instanceof UUID other ? OptionalInt.of(other.compareTo(uuid)) : OptionalInt.empty();
        }
        return stored instanceof Number
                ? OptionalInt.empty()
                : OptionalInt.of(stored.toString().compareTo(value.toString()));
    }

    private static OptionalInt order(Number stored, Number value) {
        return MetadataFields.decimal(stored)
                .flatMap(left -> MetadataFields.decimal(value).map(left::compareTo))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}
