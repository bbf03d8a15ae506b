package coalition.vectorstore;

import java.util.List;

/**
 * What a check of every entry found.
 *
 * @param generation the generation that was checked
 * @param entries how many entries the table holds
 * @param faults a sentence each; empty where table and index are whole and equal
 */
public record StoreCheck(long generation, long entries, List<String> faults) {
    public StoreCheck {
        faults = List.copyOf(faults);
    }

    /** Whether nothing was found wrong. */
    public boolean isSound() {
        return faults.isEmpty();
    }
}
