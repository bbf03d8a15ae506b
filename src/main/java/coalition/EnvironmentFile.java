package coalition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@code .env} file: {@code NAME=value} a line, {@code #} for remarks, {@code export} allowed, values bare or in single
 * or double quotes. Nothing is expanded.
 */
final class EnvironmentFile {
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

    private EnvironmentFile() {}

    /** The values by name; empty where there is no such file. Problems are added to the list. */
    static Map<String, String> read(Path file, List<String> problems) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) {
            return values;
        }
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            problems.add("cannot read '" + file + "': " + e + ": make it readable UTF-8 text or take it away");
            return values;
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                values.put(matcher.group(1), unquoted(matcher.group(2)));
            } else {
                // the line itself may hold a secret, so it is named by its number only
                problems.add("line " + (i + 1) + " of '" + file + "' is not NAME=value");
            }
        }
        return values;
    }

    private static String unquoted(String value) {
        if (value.length() >= 2) {
            char first = value.charAt(0);
            int close = value.indexOf(first, 1);
            if ((first == '"' || first == '\'') && close > 0) {
                return value.substring(1, close);
            }
        }
        int remark = value.indexOf(" #");
        return (remark < 0 ? value : value.substring(0, remark)).strip();
    }
}
