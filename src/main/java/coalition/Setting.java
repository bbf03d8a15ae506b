package coalition;

/**
 * A setting that people may give, as {@code docs/settings.md} lists it.
 *
 * @param name in the environment or the {@code .env} file: {@code COALITION_DATA}
 * @param fallback what holds where it is not given; empty: nothing
 * @param secret whether its value must never be shown; a secret may also be given as the path of a file in {@code NAME_FILE}
 * @param meaning one line for people
 */
record Setting(String name, String fallback, boolean secret, String meaning) {
    static Setting of(String name, String fallback, String meaning) {
        return new Setting(name, fallback, false, meaning);
    }

    static Setting secret(String name, String meaning) {
        return new Setting(name, "", true, meaning);
    }

    /** The name under which the path of a file with the value may be given. */
    String fileName() {
        return name + "_FILE";
    }
}
