package coalition.model;

import java.util.OptionalDouble;

/**
 * What a span model says of a passage. The arrays belong to the receiver and are not to be changed.
 *
 * @param starts first unit of each token in the passage
 * @param ends one past the last unit of each token
 * @param start logit of each token to be the answer's first
 * @param end logit of each token to be the answer's last
 * @param none logit of "no answer": the sum of both heads at [CLS]
 * @param answers logit of "this passage answers" from a head of its own; empty where the model has none or the passage no words
 */
@SuppressWarnings("ArrayRecordComponent")
public record SpanLogits(int[] starts, int[] ends, float[] start, float[] end, float none, OptionalDouble answers) {}
