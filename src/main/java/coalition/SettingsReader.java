package coalition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads values by name and notes what is wrong with them; a wrong value reads as the default. For one thread. */
final class SettingsReader {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** What was wrong so far, in the order it was met. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    /** The value or the default; empty where there is neither. */
    String text(Setting setting) {
        String given = given(setting);
        return given == null ? setting.fallback() : given;
    }

    /** The value or the default; empty where there is neither. */
    Optional<String> optional(Setting setting) {
        String text = text(setting);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    boolean flag(Setting setting) {
        return parse(setting, "'on' or 'off'", text -> switch (text.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "1" -> true;
            case "off", "false", "no", "0" -> false;
            default -> throw new IllegalArgumentException(text);
        });
    }

    int integer(Setting setting, int least, int most) {
        return parse(setting, "a whole number from " + least + " to " + most, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    double number(Setting setting, double least, double most) {
        return parse(setting, "a number from " + least + " to " + most, text -> {
            double number = Double.parseDouble(text);
            if (!(number >= least && number <= most)) {
                throw new IllegalArgumentException(text);
            }
            return number;
        });
    }

    /** A time such as {@code 500ms}, {@code 25s}, {@code 10m}, {@code 24h} or {@code 30d}. */
    Duration duration(Setting setting) {
        return parse(setting, "a time such as 25s, 10m, 24h or 30d", SettingsReader::duration);
    }

    /** Words between commas, without blanks around them; empty where nothing is given. */
    List<String> list(Setting setting) {
        return Arrays.stream(text(setting).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** One of an enum's names, in any case, with {@code -} for {@code _}. */
    <E extends Enum<E>> E choice(Setting setting, Class<E> kind) {
        String names = Arrays.stream(kind.getEnumConstants())
                .map(e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
        return parse(
                setting,
                "one of " + names,
                text -> Enum.valueOf(kind, text.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** Makes a feature's record; what its constructor refuses becomes a problem, and the substitute is used. */
    <T> T build(java.util.function.Supplier<T> record, T substitute) {
        try {
            return record.get();
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage() == null ? e.toString() : e.getMessage());
            return substitute;
        }
    }

    /** Reads a value with a parser of the feature's own; {@code wanted} says in words what it takes. */
    <T> T parse(Setting setting, String wanted, Function<String, T> parser) {
        String given = given(setting);
        if (given != null) {
            try {
                return parser.apply(given);
            } catch (IllegalArgumentException e) {
                String shown = setting.secret() ? "its value" : "'" + given + "'";
                problems.add(setting.name() + ": " + shown + " is not " + wanted);
            }
        }
        return parser.apply(setting.fallback());
    }

    private static Duration duration(String text) {
        int unit = 0;
        while (unit < text.length() && Character.isDigit(text.charAt(unit))) {
            unit++;
        }
        long amount = Long.parseLong(text.substring(0, unit));
        return switch (text.substring(unit)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            default -> throw new IllegalArgumentException(text);
        };
    }

    private @Nullable String given(Setting setting) {
        String value = values.get(setting.name());
        String file = setting.secret() ? values.get(setting.fileName()) : null;
        if (value != null && !value.isBlank()) {
            if (file != null && !file.isBlank()) {
                problems.add(setting.name() + " and " + setting.fileName() + " are both given: leave one out");
            }
            return value.strip();
        }
        return file == null || file.isBlank() ? null : fromFile(setting, Path.of(file.strip()));
    }

    private @Nullable String fromFile(Setting setting, Path file) {
        try {
            if (readableByOthers(file)) {
                problems.add(setting.fileName() + ": others may read '" + file + "': run chmod 600 '" + file + "'");
                return null;
            }
            String value = Files.readString(file).strip();
            if (value.isEmpty()) {
                problems.add(setting.fileName() + ": '" + file + "' is empty");
                return null;
            }
            return value;
        } catch (IOException e) {
            problems.add(setting.fileName() + ": cannot read '" + file + "': " + reason(e));
            return null;
        }
    }

    /** Whether anybody but its owner may read or change the file; false where the file system knows no such rights. */
    static boolean readableByOthers(Path file) throws IOException {
        Path real = file.toRealPath();
        if (!Files.getFileStore(real).supportsFileAttributeView("posix")) {
            return false;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(real, LinkOption.NOFOLLOW_LINKS);
        return rights.stream().anyMatch(OTHERS::contains);
    }

    private static String reason(IOException e) {
        return e instanceof java.nio.file.NoSuchFileException ? "there is no such file" : e.toString();
    }
}
