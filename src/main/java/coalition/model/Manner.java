package coalition.model;

/**
 * How a server is asked.
 *
 * @param plain without temperature and shape
 * @param completionTokens limited by {@code max_completion_tokens}, which OpenAI's newer models ask for and others do not know
 * @param streaming piece by piece
 * @param folded with the rules before the question, in one message of the user
 * @param place which of the addresses it may be reached at, from 0
 */
record Manner(boolean plain, boolean completionTokens, boolean streaming, boolean folded, int place) {
    Manner withoutExtras() {
        return new Manner(true, completionTokens, streaming, folded, place);
    }

    Manner limitedBy(boolean completion) {
        return new Manner(plain, completion, streaming, folded, place);
    }

    Manner whole() {
        return new Manner(plain, completionTokens, false, folded, place);
    }

    Manner inOneMessage() {
        return new Manner(plain, completionTokens, streaming, true, place);
    }

    Manner elsewhere() {
        return new Manner(plain, completionTokens, streaming, folded, place + 1);
    }
}
