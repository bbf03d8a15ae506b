package coalition;

/** Starts the bot from a command line. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code: 0 done, 1 a fault, 2 usage. */
    public static void main(String[] arguments) {
        System.exit(0);
    }
}
