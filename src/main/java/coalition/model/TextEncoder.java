package coalition.model;

/** Turns text into token vectors and their mean. Implementations are safe for several threads. */
public interface TextEncoder {
    /** Numbers a vector. */
    int dimension();

    /** Reads the whole text, in overlapping windows where it is longer than the model; no tokens for a text without words. */
    Encoding encode(String text);
}
