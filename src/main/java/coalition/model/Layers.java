package coalition.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** A model of six layers that takes word rows: one ONNX Runtime session. Safe for several threads. */
final class Layers implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordTable table;

    Layers(Path model, WordTable table, int threads) {
        this.table = table;
        try {
            environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(threads);
                options.setInterOpNumThreads(1);
                options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
                // a thread that waits leaves its core to others
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                // memory that grew for one long text would be kept for ever
                options.setCPUArenaAllocator(false);
                session = environment.createSession(model.toString(), options);
            }
        } catch (OrtException e) {
            throw new ModelException("cannot load the model '" + model + "': " + e.getMessage() + "; build again", e);
        }
    }

    /** Runs one sequence of pieces, of which the last ones, from {@code second} on, are of the second kind; each output flat. */
    Map<String, float[]> run(int[] ids, int second) {
        long[] shape = {1, ids.length};
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        long[] kinds = new long[ids.length];
        Arrays.fill(kinds, Math.min(second, ids.length), ids.length, 1);
        try (OnnxTensor vectors = OnnxTensor.createTensor(
                        environment, table.rows(ids), new long[] {1, ids.length, WordTable.WIDTH});
                OnnxTensor masks = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(kinds), shape);
                OrtSession.Result result =
                        session.run(Map.of("vectors", vectors, "attention_mask", masks, "token_type_ids", types))) {
            Map<String, float[]> outputs = new LinkedHashMap<>();
            result.forEach(out -> outputs.put(
                    out.getKey(), ((OnnxTensor) out.getValue()).getFloatBuffer().array()));
            return outputs;
        } catch (OrtException e) {
            throw new ModelException("cannot run the model on " + ids.length + " pieces: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelException("cannot close the model: " + e.getMessage(), e);
        }
    }
}
