package coalition.vectorstore;

/** A search took so long that what it found was removed meanwhile; it has to begin again. */
final class StaleSearchException extends Exception {}
