package coalition.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The vectors of the word pieces, mapped from their file: only the rows that are used come into memory. Safe for several threads. */
final class WordTable {
    static final int WIDTH = 384;

    private final FloatBuffer rows;

    WordTable(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            rows = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
        } catch (IOException e) {
            throw new ModelException("cannot read the word table '" + file + "': " + e + "; delete the file", e);
        }
    }

    /** The rows of these pieces one after the other, in a direct buffer. */
    FloatBuffer rows(int[] ids) {
        FloatBuffer found = ByteBuffer.allocateDirect(ids.length * WIDTH * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int i = 0; i < ids.length; i++) {
            found.put(i * WIDTH, rows, ids[i] * WIDTH, WIDTH);
        }
        return found;
    }
}
