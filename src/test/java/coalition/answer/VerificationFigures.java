package coalition.answer;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.Draft.Support;
import coalition.answer.Verifier.Verdict;
import coalition.model.TestModels;
import coalition.retrieval.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the sentence verifier: {@code VerificationFigures FILE...}, each line of a file a kind, one or more passages and
 * a sentence with tabs between. Kinds that end in {@code good} are true and should be kept, all others should be caught. Prints what
 * went wrong and a table; docs/llm.md says how the files are made.
 */
final class VerificationFigures {
    private static final Pattern TITLED = Pattern.compile("@([^@]{1,200})@ (.*)");

    private VerificationFigures() {}

    public static void main(String[] files) throws IOException {
        SentenceVerifier verifier = new SentenceVerifier(
                ModelSamples.encoder(),
                Boolean.getBoolean("no.reader")
                        ? Optional.empty()
                        : TestModels.models().reader());
        Map<String, int[]> table = new TreeMap<>();
        long start = System.nanoTime();
        int sentences = 0;
        for (String file : files) {
            for (String line : Files.readAllLines(Path.of(file))) {
                String[] cells = line.split("\t");
                boolean good = cells[0].endsWith("good");
                String sentence = cells[cells.length - 1];
                Verdict verdict = verify(verifier, List.of(cells).subList(1, cells.length - 1), sentence);
                boolean right = good == (verdict instanceof Verdict.Supported);
                for (String kind : List.of(cells[0], good ? "all good" : "all bad")) {
                    table.computeIfAbsent(kind, k -> new int[2])[right ? 0 : 1]++;
                }
                sentences++;
                if (!right) {
                    String why = verdict instanceof Verdict.Refused refused ? refused.why() : "kept";
                    System.out.println(cells[0] + " | " + sentence + " | " + why);
                }
            }
        }
        table.forEach((kind, counts) -> System.out.printf(
                "%-14s %4d of %4d right, %.3f%n",
                kind, counts[0], counts[0] + counts[1], counts[0] / (double) (counts[0] + counts[1])));
        System.out.printf("%d sentences, %.1f ms each%n", sentences, (System.nanoTime() - start) / 1e6 / sentences);
    }

    private static Verdict verify(SentenceVerifier verifier, List<String> texts, String sentence) {
        List<Passage> passages = new ArrayList<>();
        List<Support> supports = new ArrayList<>();
        for (String text : texts) {
            Passage passage = passage("p" + passages.size() + ".md", text);
            supports.add(new Support(passages.size(), passage.chunk().span(), List.of()));
            passages.add(passage);
        }
        return verifier.verify(new DraftSentence(sentence, supports), passages);
    }

    /** The text of a passage may begin with the title of its document: {@code @Title@ text}. */
    static Passage passage(String document, String text) {
        Matcher titled = TITLED.matcher(text);
        return titled.matches()
                ? ModelSamples.passage(document, titled.group(1), titled.group(2))
                : ModelSamples.passage(document, "Passage", text);
    }
}
