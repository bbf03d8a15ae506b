package coalition.model;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the raw numbers of one tensor out of an ONNX file while reading it once, without holding it in memory. */
final class ProtobufTensor {
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int NAME = 8;
    private static final int RAW = 9;
    private static final int TEXT = 2;

    private final InputStream in;
    private long at;

    private ProtobufTensor(InputStream in) {
        this.in = in;
    }

    /** Writes the named initializer's raw data to the file and closes the stream. A tensor's name may follow its numbers. */
    static void copy(InputStream model, String name, Path target) throws IOException {
        try (InputStream buffered = new BufferedInputStream(model, 1 << 16)) {
            if (!new ProtobufTensor(buffered).find(Long.MAX_VALUE, 0, name, target)) {
                throw new IOException("no tensor '" + name + "' in the model");
            }
        }
    }

    private boolean find(long end, int depth, String name, Path target) throws IOException {
        boolean mine = false;
        boolean written = false;
        while (at < end) {
            long tag = varint(end == Long.MAX_VALUE);
            if (tag < 0) {
                return false;
            }
            int field = (int) (tag >>> 3);
            int wire = (int) (tag & 7);
            if (wire == 0) {
                varint(false);
                continue;
            }
            long length = wire == 1 ? 8 : wire == 5 ? 4 : varint(false);
            if (wire == TEXT && depth < 2 && field == (depth == 0 ? GRAPH : INITIALIZER)) {
                if (find(at + length, depth + 1, name, target)) {
                    return true;
                }
            } else if (depth == 2 && field == NAME) {
                mine = new String(bytes(length), StandardCharsets.UTF_8).equals(name);
            } else if (depth == 2 && field == RAW) {
                write(length, target);
                written = true;
            } else {
                skip(length);
            }
        }
        return mine && written;
    }

    private void write(long length, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[1 << 16];
            for (long left = length; left > 0; ) {
                int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (n < 0) {
                    throw new EOFException("the model ends within a tensor");
                }
                out.write(buffer, 0, n);
                left -= n;
            }
        }
        at += length;
    }

    private byte[] bytes(long length) throws IOException {
        byte[] read = in.readNBytes((int) length);
        at += length;
        return read;
    }

    private void skip(long length) throws IOException {
        in.skipNBytes(length);
        at += length;
    }

    private long varint(boolean mayEnd) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = in.read();
            if (b < 0) {
                if (mayEnd && shift == 0) {
                    return -1;
                }
                throw new EOFException("the model ends within a number");
            }
            at++;
            value |= (long) (b & 127) << shift;
            if (b < 128) {
                return value;
            }
        }
        throw new IOException("the model holds a number that is too long");
    }
}
