package coalition.evaluation;

import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.Sentence;
import coalition.document.Span;
import coalition.model.Encoding;
import coalition.model.TextEncoder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Documents cut into chunks, articles into their paragraphs, and what the encoder made of them below their titles; encoded once and kept in a file. */
final class Shelf {
    final List<Article> articles;
    final List<Chunk> chunks = new ArrayList<>();
    final List<Integer> articleOf = new ArrayList<>();
    final List<Integer> firstOf = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(int[] starts, int[] ends, short[] tokens, float[] whole) {}

    Shelf(List<Article> articles) {
        this.articles = articles;
        for (int a = 0; a < articles.size(); a++) {
            Article article = articles.get(a);
            firstOf.add(chunks.size());
            for (int p = 0; p < article.paragraphs().size(); p++) {
                chunks.add(chunk(article, p));
                articleOf.add(a);
            }
        }
    }

    /** Of documents that the bot itself has cut, one list of chunks each. */
    static Shelf of(List<List<Chunk>> documents) {
        Shelf shelf = new Shelf(List.of());
        for (int d = 0; d < documents.size(); d++) {
            shelf.firstOf.add(shelf.chunks.size());
            shelf.chunks.addAll(documents.get(d));
            for (int c = 0; c < documents.get(d).size(); c++) {
                shelf.articleOf.add(d);
            }
        }
        return shelf;
    }

    private static Chunk chunk(Article article, int number) {
        String text = article.paragraphs().get(number);
        List<Sentence> sentences = Article.sentences(text).stream()
                .map(s -> new Sentence(s, s.in(text)))
                .toList();
        return new Chunk(
                new DocumentId(article.slug() + ".md"),
                "0123456789abcdef",
                number,
                article.slug().replace('-', ' '),
                List.of(),
                0,
                new Span(0, text.length()),
                text,
                sentences);
    }

    void encode(TextEncoder encoder, Path file) throws IOException {
        if (!Files.exists(file)) {
            write(encoder, file);
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            for (int c = 0; c < chunks.size(); c++) {
                int n = in.readInt();
                int[] starts = new int[n];
                int[] ends = new int[n];
                for (int i = 0; i < n; i++) {
                    starts[i] = in.readInt();
                    ends[i] = in.readInt();
                }
                float[] whole = new float[encoder.dimension()];
                for (int d = 0; d < whole.length; d++) {
                    whole[d] = in.readFloat();
                }
                byte[] raw = in.readNBytes(n * whole.length * 2);
                short[] tokens = new short[n * whole.length];
                java.nio.ByteBuffer.wrap(raw).asShortBuffer().get(tokens);
                kept.add(new Kept(starts, ends, tokens, whole));
            }
        }
    }

    private void write(TextEncoder encoder, Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".tmp");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(draft), 1 << 20))) {
            for (Chunk chunk : chunks) {
                int above = chunk.above().length();
                Encoding encoding = encoder.encode(chunk.above() + chunk.text());
                int first = 0;
                while (first < encoding.size() && encoding.starts()[first] < above) {
                    first++;
                }
                out.writeInt(encoding.size() - first);
                for (int i = first; i < encoding.size(); i++) {
                    out.writeInt(encoding.starts()[i] - above);
                    out.writeInt(encoding.ends()[i] - above);
                }
                for (float x : encoding.whole()) {
                    out.writeFloat(x);
                }
                for (float[] token : Arrays.copyOfRange(encoding.tokens(), first, encoding.size())) {
                    for (float x : token) {
                        out.writeShort(Float.floatToFloat16(x));
                    }
                }
            }
        }
        Files.move(draft, file);
    }

    Encoding encoding(int chunk) {
        Kept k = kept.get(chunk);
        int width = k.whole.length;
        float[][] tokens = new float[k.starts.length][width];
        for (int i = 0; i < tokens.length; i++) {
            for (int d = 0; d < width; d++) {
                tokens[i][d] = Float.float16ToFloat(k.tokens[i * width + d]);
            }
        }
        return new Encoding(k.starts, k.ends, tokens, k.whole);
    }

    float[] whole(int chunk) {
        return kept.get(chunk).whole;
    }
}
