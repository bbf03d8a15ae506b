package coalition.slack;

import coalition.retrieval.Scope;
import java.util.List;

/** Questions the documents can answer, offered before somebody asks. */
@FunctionalInterface
public interface Prompts {
    /** At most {@code limit} questions; empty where nothing is indexed. */
    List<String> suggest(Scope scope, int limit);
}
