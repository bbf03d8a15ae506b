package coalition.vectorstore;

import java.nio.file.Path;

/** A process that changes a store for ever and says on standard output what it begins and what was acknowledged. */
final class KilledProcess {
    private KilledProcess() {}

    /** Arguments: folder, seed, number of the first change, H2's delay of writes in milliseconds. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        int delay = Integer.parseInt(arguments[3]);
        say("opening");
        H2EmbeddingStore store = open(folder, delay);
        say("open");
        for (int number = Integer.parseInt(arguments[2]); ; number++) {
            StoreChange change = StoreChange.of(seed, number);
            say("begin " + number);
            if (change.kind() == StoreChange.Kind.REOPEN) {
                store.close();
                store = open(folder, delay);
            } else {
                change.on(store);
            }
            say("done " + number);
        }
    }

    private static H2EmbeddingStore open(Path folder, int delay) {
        return H2EmbeddingStore.open(StoreFile.open(folder, false, delay), Stores.QUICK);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
