package coalition.answer;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.VerifiedAnswers.Kept;
import coalition.answer.VerifiedAnswers.Place;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Gives a model's verified answer again when the same is asked, in these words or others, over the same state of the index and the
 * same set of documents, and all that it stands on was found again. Answers of the template are not kept. Safe for several threads.
 */
final class CachedGenerator implements Generator {
    private final Generator generator;
    private final VerifiedAnswers answers;
    private final SameQuestion sameness;
    private final LongSupplier generation;
    private final String origin;
    private final ModelLog log;

    /**
     * @param generation of the index, as it is now
     * @param origin names the models, the prompt and the checks
     */
    CachedGenerator(
            Generator generator,
            VerifiedAnswers answers,
            SameQuestion sameness,
            LongSupplier generation,
            String origin,
            ModelLog log) {
        this.generator = generator;
        this.answers = answers;
        this.sameness = sameness;
        this.generation = generation;
        this.origin = origin;
        this.log = log;
    }

    @Override
    public Draft generate(Task task, Consumer<DraftSentence> sentences) {
        long began = System.nanoTime();
        Place place = new Place(origin, task.question().scope(), generation.getAsLong());
        Optional<List<DraftSentence>> known = known(place, task);
        if (known.isPresent()) {
            known.get().forEach(sentences);
            log.add(entry(task, known.get(), began));
            return new Draft("", known.get(), Mode.LLM, "");
        }
        Draft draft = generator.generate(task, sentences);
        boolean good = draft.mode() == Mode.LLM && !draft.sentences().isEmpty();
        if (good && generation.getAsLong() == place.generation()) {
            answers.add(place, task, draft.sentences());
        }
        return draft;
    }

    private Optional<List<DraftSentence>> known(Place place, Task task) {
        List<Kept> kept = answers.of(place);
        return kept.stream()
                .filter(k -> plain(k.standalone()).equals(plain(task.standalone())))
                .findFirst()
                .or(() -> kept.stream()
                        .filter(k -> sameness.same(k.standalone(), task.standalone()))
                        .findFirst())
                .flatMap(k -> k.over(task.passages()));
    }

    private static ModelLog.Entry entry(Task task, List<DraftSentence> sentences, long began) {
        return new ModelLog.Entry(
                task.question().at(),
                task.question().text(),
                task.standalone(),
                task.passages().stream().map(p -> p.chunk().id()).toList(),
                "kept answer",
                "",
                sentences.stream()
                        .map(s -> new ModelLog.Line(s.text(), "kept", ""))
                        .toList(),
                0,
                0,
                0,
                Duration.ofNanos(System.nanoTime() - began),
                "");
    }

    /** Questions that differ in case, blanks and marks only are the same. */
    private static String plain(String question) {
        return question.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
