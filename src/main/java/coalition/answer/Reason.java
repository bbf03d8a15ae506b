package coalition.answer;

import java.util.Locale;

/** Why nothing is claimed. */
public enum Reason {
    /** The documents do not say it, or not surely enough. */
    NOT_IN_SOURCES,
    /** The question assumes what the documents do not say or say otherwise. */
    FALSE_PREMISE,
    /** Arithmetic, weather, orders: nothing that documents can answer. */
    OUT_OF_SCOPE,
    /** No words to look for. */
    UNREADABLE,
    /** Nothing is indexed, or nothing in this scope. */
    NO_DOCUMENTS,
    /** A greeting. */
    GREETING,
    /** Thanks. */
    THANKS,
    /** What could not be done, and the remedy, are in the text. */
    FAULT;

    /** Whether the sources were asked at all: the question was one that documents could answer. */
    public boolean aboutSources() {
        return this == NOT_IN_SOURCES || this == FALSE_PREMISE || this == NO_DOCUMENTS;
    }

    /** As JSON names it: {@code not_in_sources}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
