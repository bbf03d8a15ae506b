package coalition.vectorstore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The figures of the benchmark as a Markdown table and a plot, both axes in powers of ten. */
final class BenchmarkReport {
    private static final Map<String, String> LINES = Map.of(
            "hybrid p50, ms, no filter", "#1f77b4",
            "hybrid p99, ms, no filter", "#9ec9e8",
            "hybrid p50, ms, 0.5 %", "#2ca02c",
            "add p99, ms", "#d62728",
            "InMemoryEmbeddingStore: p50, ms, no filter", "#7f7f7f",
            "community Lucene: p50, ms, no filter", "#ff7f0e");
    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int LEFT = 60;
    private static final int BOTTOM = 360;

    private BenchmarkReport() {}

    /** The file of some figures of one size, a line each. */
    static Path figures(Path folder, int size, String part) {
        return folder.resolve("figures-" + size + "-" + part + ".txt");
    }

    /** Brings together all figures in the folder. */
    static void write(Path folder) throws IOException {
        Map<Integer, Map<String, String>> rows = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String[] name = file.getFileName().toString().split("-");
                if (name[0].equals("figures")) {
                    Map<String, String> row = rows.computeIfAbsent(Integer.valueOf(name[1]), size -> {
                        Map<String, String> begun = new LinkedHashMap<>();
                        begun.put("passages", size.toString());
                        return begun;
                    });
                    for (String line : Files.readAllLines(file)) {
                        int end = line.indexOf('=');
                        row.put(line.substring(0, end), line.substring(end + 1));
                    }
                }
            }
        }
        List<Map<String, String>> all = List.copyOf(rows.values());
        Files.writeString(folder.resolve("store.md"), table(all));
        Files.writeString(folder.resolve("store.svg"), plot(all));
    }

    private static String table(List<Map<String, String>> rows) {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.keySet()));
        StringBuilder table = new StringBuilder();
        for (String name : names) {
            table.append("| ").append(name);
            rows.forEach(row -> table.append(" | ").append(row.getOrDefault(name, "–")));
            table.append(" |\n");
            if (name.equals("passages")) {
                table.append("|---").append("|---:".repeat(rows.size())).append("|\n");
            }
        }
        return table.toString();
    }

    private static String plot(List<Map<String, String>> rows) {
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + HEIGHT
                        + "\" font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        for (int power = -1; power <= 3; power++) {
            double y = y(Math.pow(10, power));
            svg.append("<path d=\"M%d %.0f H%d\" stroke=\"#ddd\"/>\n".formatted(LEFT, y, WIDTH - 220));
            svg.append("<text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%s ms</text>\n"
                    .formatted(LEFT - 6, y + 4, power < 0 ? "0.1" : Long.toString(Math.round(Math.pow(10, power)))));
        }
        for (Map<String, String> row : rows) {
            double passages = Double.parseDouble(row.getOrDefault("passages", "1"));
            svg.append("<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n"
                    .formatted(x(passages), BOTTOM + 20, String.format(Locale.ROOT, "%,.0f", passages)));
        }
        int legend = 40;
        for (Map.Entry<String, String> line :
                LINES.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            svg.append("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n"
                    .formatted(path(rows, line.getKey()), line.getValue()));
            svg.append("<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>\n"
                    .formatted(WIDTH - 212, legend, line.getValue(), line.getKey()));
            legend += 20;
        }
        return svg.append("<text x=\"280\" y=\"405\" text-anchor=\"middle\">passages</text>\n</svg>\n")
                .toString();
    }

    private static String path(List<Map<String, String>> rows, String name) {
        StringBuilder path = new StringBuilder();
        for (Map<String, String> row : rows) {
            String value = row.get(name);
            if (value != null) {
                path.append(path.isEmpty() ? "M" : " L")
                        .append("%.0f %.0f"
                                .formatted(
                                        x(Double.parseDouble(row.getOrDefault("passages", "1"))),
                                        y(Math.max(0.05, Double.parseDouble(value)))));
            }
        }
        return path.toString();
    }

    private static double x(double passages) {
        return LEFT + 30 + (Math.log10(passages) - 3) * 130;
    }

    private static double y(double millis) {
        return BOTTOM - (Math.log10(millis) + 1.3) * 75;
    }
}
