package coalition.storage;

/**
 * One step of the schema, applied once and recorded by its name. Each feature keeps its own list beside its SQL; a step that was
 * released is never changed, only followed by another.
 *
 * @param name unique among all features: {@code conversation-1}
 * @param sql statements separated by semicolons at line ends
 */
public record Migration(String name, String sql) {}
