package coalition.ingest;

import coalition.document.Chunk;
import coalition.document.Sentence;
import coalition.document.VisibleText;
import coalition.model.Encoding;
import coalition.model.TextEncoder;
import java.util.List;

/** Encodes chunks and their sentences, without what nobody sees. Safe for several threads. */
final class ChunkEncoder {
    private final TextEncoder encoder;

    ChunkEncoder(TextEncoder encoder) {
        this.encoder = encoder;
    }

    ChunkEncoding encode(Chunk chunk) {
        VisibleText visible = VisibleText.of(chunk.text());
        Encoding encoding = encoder.encode(visible.text());
        int[] starts = new int[encoding.size()];
        int[] ends = new int[encoding.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = visible.origin(encoding.starts()[i]);
            ends[i] = encoding.ends()[i] == 0 ? 0 : visible.origin(encoding.ends()[i] - 1) + 1;
        }
        List<float[]> sentences =
                chunk.sentences().size() == 1 && chunk.sentences().get(0).text().equals(chunk.text())
                        ? List.of(encoding.whole())
                        : chunk.sentences().stream().map(this::encode).toList();
        return new ChunkEncoding(
                encoding.whole(), sentences, new Encoding(starts, ends, encoding.tokens(), encoding.whole()));
    }

    private float[] encode(Sentence sentence) {
        return encoder.encode(VisibleText.strip(sentence.text())).whole();
    }
}
