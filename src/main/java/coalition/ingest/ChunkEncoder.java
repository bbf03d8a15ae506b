package coalition.ingest;

import coalition.document.Chunk;
import coalition.document.Sentence;
import coalition.document.VisibleText;
import coalition.model.Encoding;
import coalition.model.TextEncoder;
import java.util.Arrays;
import java.util.List;

/** Encodes chunks, below their title and heading, and their sentences alone; without what nobody sees. Safe for several threads. */
final class ChunkEncoder {
    private final TextEncoder encoder;

    ChunkEncoder(TextEncoder encoder) {
        this.encoder = encoder;
    }

    ChunkEncoding encode(Chunk chunk) {
        VisibleText visible = VisibleText.of(chunk.text());
        String above = VisibleText.strip(chunk.above());
        Encoding encoding = encoder.encode(above + visible.text());
        int first = 0;
        while (first < encoding.size() && encoding.starts()[first] < above.length()) {
            first++;
        }
        int count = encoding.size() - first;
        int[] starts = new int[count];
        int[] ends = new int[count];
        for (int i = 0; i < count; i++) {
            starts[i] = visible.origin(encoding.starts()[first + i] - above.length());
            int end = encoding.ends()[first + i] - above.length();
            ends[i] = end <= 0 ? 0 : visible.origin(end - 1) + 1;
        }
        float[][] tokens = Arrays.copyOfRange(encoding.tokens(), first, encoding.size());
        // pooled or read alone, sentence vectors are equally good: a chunk of one sentence needs no second run
        List<float[]> sentences = chunk.sentences().size() == 1
                ? List.of(encoding.pool(above.length(), Integer.MAX_VALUE))
                : chunk.sentences().stream().map(this::encode).toList();
        return new ChunkEncoding(encoding.whole(), sentences, new Encoding(starts, ends, tokens, encoding.whole()));
    }

    private float[] encode(Sentence sentence) {
        return encoder.encode(VisibleText.strip(sentence.text())).whole();
    }
}
