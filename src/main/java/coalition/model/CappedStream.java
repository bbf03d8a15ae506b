package coalition.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails past a number of bytes, so that no server can fill the memory. For one thread. */
final class CappedStream extends FilterInputStream {
    private final long limit;
    private long seen;

    CappedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int unit = super.read();
        count(unit < 0 ? 0 : 1);
        return unit;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) throws IOException {
        seen += bytes;
        if (seen > limit) {
            throw new IOException("the reply is longer than " + limit + " bytes");
        }
    }
}
