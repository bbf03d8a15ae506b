package coalition.answer;

import coalition.answer.Generator.Task;
import coalition.conversation.ThreadId;
import coalition.conversation.Turn;
import coalition.document.Chunk;
import coalition.document.DocumentId;
import coalition.document.Sentence;
import coalition.document.SentenceSplitter;
import coalition.document.Span;
import coalition.model.TestModels;
import coalition.model.TextEncoder;
import coalition.retrieval.Passage;
import coalition.retrieval.Scope;
import coalition.retrieval.SentenceScore;
import coalition.storage.Database;
import coalition.storage.Migration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** Passages, tasks and parts that the tests of models share. */
final class ModelSamples {
    static final String LEAVING =
            "Michael Kors left the coalition in April 2016. The company objected to Alibaba's membership."
                    + " Bob Barchiesi, the president of the coalition, defended the decision.";
    static final String JOINING = "Alibaba joined the coalition on 13 April 2016 as its first e-commerce member."
            + " It had not been a member before.";
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private ModelSamples() {}

    static TextEncoder encoder() {
        return Shared.ENCODER;
    }

    static Passage passage(String document, String title, String text) {
        return passage(document, title, text, "h" + "0".repeat(20));
    }

    static Passage passage(String document, String title, String text, String hash) {
        List<Sentence> sentences = new SentenceSplitter()
                .split(text).stream().map(s -> new Sentence(s, s.in(text))).toList();
        Chunk chunk = new Chunk(
                new DocumentId(document),
                hash,
                0,
                title,
                List.of(title),
                0,
                new Span(0, text.length()),
                text,
                sentences);
        return new Passage(chunk, 1, 0.5, 0.5, Collections.nCopies(sentences.size(), new SentenceScore(0.5, 0.5)));
    }

    static List<Passage> passages() {
        return List.of(passage("leave.md", "Leaving", LEAVING), passage("join.md", "Joining", JOINING));
    }

    static Question question(String text) {
        return new Question(text, new ThreadId("t"), "u", NOON, Scope.all());
    }

    static Task task(String question, List<Passage> passages, List<Turn> history) {
        List<Reading> readings = new ArrayList<>();
        for (Passage passage : passages) {
            readings.add(new Reading(
                    0.9, Collections.nCopies(passage.chunk().sentences().size(), 0.0), java.util.Optional.empty(), 0));
        }
        return new Task(question(question), question, history, passages, readings, 0.9, List.of());
    }

    static Database database() {
        List<Migration> migrations = new ArrayList<>(Spend.MIGRATIONS);
        migrations.addAll(ModelLog.MIGRATIONS);
        migrations.addAll(VerifiedAnswers.MIGRATIONS);
        return Database.inMemory("llm" + UUID.randomUUID(), migrations);
    }

    private static final class Shared {
        static final TextEncoder ENCODER = TestModels.models().encoder();
    }
}
