package coalition.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The models of this process, each loaded when first used and once; both share one word table. Safe for several threads.
 * To be closed when nothing uses them any more.
 */
public final class Models implements AutoCloseable {
    private static final int ENDLESS = Integer.MAX_VALUE;

    private final ModelFiles files;
    private final Once<WordPiece> pieces = new Once<>(this::loadPieces);
    private final Once<WordTable> table = new Once<>(this::loadTable);
    private final Once<Layers> encoder;
    private final Once<Layers> reader;
    private final Crew crew;

    /**
     * The models in these files.
     *
     * @param threads cores that one text to embed, or the passages of one question, may use, 1 or more; the readers of several
     *     questions at once share them
     */
    public Models(ModelFiles files, int threads) {
        this.files = files;
        encoder = new Once<>(() -> load(files.encoder(), threads));
        reader = new Once<>(() ->
                load(files.reader().orElseThrow(() -> new ModelException("cannot read: no reader is shipped")), 1));
        crew = new Crew(threads);
    }

    /** Turns texts into vectors. */
    public TextEncoder encoder() {
        return new MiniLm(pieces, ids -> encoder.get().run(ids, ENDLESS));
    }

    /** Finds answering words; empty where no reader is shipped. */
    public Optional<SpanModel> reader() {
        return files.reader()
                .map(file ->
                        new OnnxSpanModel(pieces, (ids, second) -> reader.get().run(ids, second), crew));
    }

    /** Loads what a question needs, on other threads; what fails here fails again, and is told, when it is used. */
    public void warmUp() {
        Thread.ofPlatform().daemon().name("load-encoder").start(() -> load(encoder));
        if (files.reader().isPresent()) {
            Thread.ofPlatform().daemon().name("load-reader").start(() -> load(reader));
        }
    }

    private static void load(Once<Layers> layers) {
        try {
            layers.get();
        } catch (ModelException e) {
            // told to whoever asks for the model
        }
    }

    private Layers load(Path file, int threads) {
        return new Layers(file, table.get(), threads);
    }

    private WordTable loadTable() {
        if (System.getProperty("onnxruntime.native.path") == null) {
            files.libraries().ifPresent(path -> System.setProperty("onnxruntime.native.path", path.toString()));
        }
        return new WordTable(files.words());
    }

    private WordPiece loadPieces() {
        Path file = files.vocabulary();
        try {
            return new WordPiece(Files.readAllLines(file));
        } catch (IOException e) {
            throw new ModelException("cannot read the vocabulary '" + file + "': " + e + "; delete the file", e);
        }
    }

    @Override
    public void close() {
        encoder.ifMade(Layers::close);
        reader.ifMade(Layers::close);
    }
}
