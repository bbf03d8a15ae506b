package coalition.vectorstore;

import dev.langchain4j.data.document.Metadata;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32C;

/** The bytes of embeddings (floats, little endian) and metadata (key, kind, value) in the table; part of the file format. */
final class EntryCodec {
    private EntryCodec() {}

    static byte[] encode(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    static float[] decode(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }

    static byte[] encode(Metadata metadata) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            Map<String, Object> values = metadata.toMap();
            out.writeInt(values.size());
            for (Map.Entry<String, Object> value : values.entrySet()) {
                writeText(out, value.getKey());
                writeValue(out, value.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void writeValue(DataOutputStream out, Object value) throws IOException {
        switch (value) {
            case String text -> {
                out.writeByte('s');
                writeText(out, text);
            }
            case UUID uuid -> {
                out.writeByte('u');
                out.writeLong(uuid.getMostSignificantBits());
                out.writeLong(uuid.getLeastSignificantBits());
            }
            case Integer number -> {
                out.writeByte('i');
                out.writeInt(number);
            }
            case Long number -> {
                out.writeByte('l');
                out.writeLong(number);
            }
            case Float number -> {
                out.writeByte('f');
                out.writeFloat(number);
            }
            case Double number -> {
                out.writeByte('d');
                out.writeDouble(number);
            }
            default ->
                throw new IllegalArgumentException(
                        "cannot store metadata of " + value.getClass().getName());
        }
    }

    static Metadata decodeMetadata(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int size = in.readInt();
            Map<String, Object> values = LinkedHashMap.newLinkedHashMap(size);
            for (int i = 0; i < size; i++) {
                values.put(readText(in), readValue(in));
            }
            return Metadata.from(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object readValue(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 's' -> readText(in);
            case 'u' -> new UUID(in.readLong(), in.readLong());
            case 'i' -> in.readInt();
            case 'l' -> in.readLong();
            case 'f' -> in.readFloat();
            case 'd' -> in.readDouble();
            default -> throw new IOException("metadata of an unknown kind: " + kind);
        };
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** CRC-32C over all that a row holds. */
    static int checksum(String id, byte[] embedding, byte[] text, byte[] metadata) {
        CRC32C sum = new CRC32C();
        sum.update(id.getBytes(StandardCharsets.UTF_8));
        sum.update(embedding);
        sum.update(text);
        sum.update(metadata);
        return (int) sum.getValue();
    }
}
