package coalition.answer;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.Draft.Support;
import coalition.answer.Verifier.Verdict;
import coalition.retrieval.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures the sentence verifier: {@code VerificationFigures FILE...}, each line of a file a kind, a passage and a sentence with tabs
 * between. Kinds that end in {@code good} are true and should be kept, all others should be caught. Prints what went wrong and a
 * table; docs/llm.md says how the files are made.
 */
final class VerificationFigures {
    private VerificationFigures() {}

    public static void main(String[] files) throws IOException {
        SentenceVerifier verifier = new SentenceVerifier(ModelSamples.encoder());
        Map<String, int[]> table = new TreeMap<>();
        long start = System.nanoTime();
        int sentences = 0;
        for (String file : files) {
            for (String line : Files.readAllLines(Path.of(file))) {
                String[] cells = line.split("\t");
                boolean good = cells[0].endsWith("good");
                Verdict verdict = verify(verifier, cells[1], cells[2]);
                boolean right = good == (verdict instanceof Verdict.Supported);
                int[] counts = table.computeIfAbsent(cells[0], k -> new int[2]);
                counts[right ? 0 : 1]++;
                sentences++;
                if (!right) {
                    String why = verdict instanceof Verdict.Refused refused ? refused.why() : "kept";
                    System.out.println(cells[0] + " | " + cells[2] + " | " + why);
                }
            }
        }
        table.forEach((kind, counts) -> System.out.printf(
                "%-12s %4d of %4d right, %.3f%n",
                kind, counts[0], counts[0] + counts[1], counts[0] / (double) (counts[0] + counts[1])));
        System.out.printf("%d sentences, %.1f ms each%n", sentences, (System.nanoTime() - start) / 1e6 / sentences);
    }

    private static Verdict verify(SentenceVerifier verifier, String passage, String sentence) {
        Passage source = ModelSamples.passage("p.md", "Passage", passage);
        DraftSentence draft = new DraftSentence(
                sentence, List.of(new Support(0, source.chunk().span(), List.of())));
        return verifier.verify(draft, List.of(source));
    }
}
