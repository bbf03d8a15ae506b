package coalition.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The words of all chunks, each in the form it is mostly written in, with the number of chunks that hold it. */
final class WordList {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]{3,39}");
    private static final int MOST = 200_000;

    private WordList() {}

    static byte[] write(List<String> texts) {
        StringBuilder lines = new StringBuilder();
        count(texts)
                .forEach((word, chunks) ->
                        lines.append(word).append('\t').append(chunks).append('\n'));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Map<String, Integer> read(byte[] bytes) {
        Map<String, Integer> words = new HashMap<>();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                int tab = line.indexOf('\t');
                words.put(line.substring(0, tab), Integer.parseInt(line, tab + 1, line.length(), 10));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Map<String, Integer> count(List<String> texts) {
        Map<String, Map<String, Integer>> forms = new TreeMap<>();
        for (String text : texts) {
            Set<String> seen = new HashSet<>();
            Matcher word = WORD.matcher(text);
            while (word.find()) {
                String lower = word.group().toLowerCase(Locale.ROOT);
                if (seen.add(lower) && (forms.size() < MOST || forms.containsKey(lower))) {
                    forms.computeIfAbsent(lower, w -> new HashMap<>()).merge(word.group(), 1, Integer::sum);
                }
            }
        }
        Map<String, Integer> words = new TreeMap<>();
        forms.values().forEach(written -> {
            String form = written.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
            words.put(
                    form, written.values().stream().mapToInt(Integer::intValue).sum());
        });
        return words;
    }
}
