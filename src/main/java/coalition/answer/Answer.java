package coalition.answer;

import java.util.List;

/** What came of a question: an answer that stands on its sources, or an abstention with its reason. */
public sealed interface Answer permits Grounded, Abstained {
    /** Names the answer, unique over all time ({@code show ID} brings the same bytes again). */
    String id();

    /** The question as it was asked. */
    Question question();

    /** The question as it was understood: standalone, what it leaned on filled in. */
    String standalone();

    /** What to show, with markers {@code [1]} that lead to {@link #citations()}. */
    String text();

    /** The exact words it stands on; for an abstention the closest passages, marked as such, or none. */
    List<Citation> citations();

    /** The calibrated probability that the documents answer the question and that this is the answer, 0 to 1. */
    double confidence();

    /** Who wrote it. */
    Mode mode();
}
