package coalition.slack;

/**
 * Where an answer will stand.
 *
 * @param name starts the ids of its blocks; another one for each version of a message
 * @param isPrivate whether only the asker sees it
 * @param question shown above the answer; empty where everybody can read it in the thread
 */
record Frame(String name, boolean isPrivate, String question) {
    /** The same with this question shown above the answer. */
    Frame above(String other) {
        return new Frame(name, isPrivate, other);
    }

    static Frame of(Inquiry inquiry, int version) {
        return new Frame(
                Marker.of(inquiry.id()) + "-" + version, inquiry.isPrivate(), inquiry.isUnseen() ? inquiry.text() : "");
    }
}
