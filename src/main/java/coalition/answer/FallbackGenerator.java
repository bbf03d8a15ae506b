package coalition.answer;

import coalition.answer.Draft.DraftSentence;
import coalition.answer.Draft.Support;
import coalition.answer.ModelGenerator.Written;
import coalition.answer.Verifier.Verdict;
import coalition.model.ChatException;
import coalition.retrieval.Passage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Asks models one after the other and lets the template answer when none does. Each sentence of a model is verified as it comes;
 * only what stands is passed on, with what it stands on narrowed. A sentence that does not stand is replaced by the source
 * sentence it was nearest to, or dropped. What is left must answer, or the template does, and the notice says so in a word. Safe
 * for several threads.
 */
final class FallbackGenerator implements Generator {
    private final List<ModelGenerator> models;
    private final Generator template;
    private final SentenceVerifier verifier;
    private final ModelLog log;
    private final Duration deadline;
    private final LongSupplier nanos;

    /**
     * @param deadline for all models and the checks of what they write together
     * @param nanos a clock of nanoseconds
     */
    FallbackGenerator(
            List<ModelGenerator> models,
            Generator template,
            SentenceVerifier verifier,
            ModelLog log,
            Duration deadline,
            LongSupplier nanos) {
        this.models = List.copyOf(models);
        this.template = template;
        this.verifier = verifier;
        this.log = log;
        this.deadline = deadline;
        this.nanos = nanos;
    }

    @Override
    public Draft generate(Task task, Consumer<DraftSentence> hearer) {
        // the template may say what a model said and was not let finish
        Set<String> told = new HashSet<>();
        Consumer<DraftSentence> sentences = sentence -> {
            if (told.add(sentence.text())) {
                hearer.accept(sentence);
            }
        };
        Duration budget = task.history().isEmpty() ? deadline : deadline.minus(ModelRewriter.share(deadline));
        long end = nanos.getAsLong() + budget.toNanos();
        String trouble = "The model " + ChatException.Trouble.LATE.words();
        for (ModelGenerator model : models) {
            Duration left = Duration.ofNanos(end - nanos.getAsLong());
            if (left.compareTo(Duration.ofMillis(1)) < 0) {
                break;
            }
            Attempt attempt = new Attempt(task, sentences, end);
            long started = nanos.getAsLong();
            try {
                Written written = model.write(task, left, attempt);
                log.add(attempt.record(model.name(), Optional.of(written), model.cost(written.reply()), started, ""));
                if (attempt.answers()) {
                    return new Draft("", attempt.kept, Mode.LLM, "");
                }
                boolean silent = written.draft().sentences().isEmpty();
                if (silent && task.confidence() < Attempt.SURE) {
                    return new Draft("", List.of(), Mode.LLM, "");
                }
                if (silent) {
                    trouble = "The model found no answer in these passages";
                } else {
                    trouble = attempt.unchecked
                            ? "There was no time left to check what the model wrote"
                            : "What the model wrote did not pass the checks";
                }
                break;
            } catch (ChatException e) {
                trouble = "The model " + e.trouble().words();
                log.add(attempt.record(model.name(), Optional.empty(), 0, started, String.valueOf(e.getMessage())));
            }
        }
        return templated(task, sentences, trouble + ": these are the sources' own words.");
    }

    private Draft templated(Task task, Consumer<DraftSentence> sentences, String notice) {
        Draft draft = template.generate(task, sentences);
        String joined = draft.notice().isEmpty() ? notice : draft.notice() + " " + notice;
        return new Draft(draft.lead(), draft.sentences(), draft.mode(), joined);
    }

    /** One model's sentences on their way through verification. For one call and one thread. */
    private final class Attempt implements ModelGenerator.Drafting {
        private static final double SURE = 0.6;

        private final Task task;
        private final Consumer<DraftSentence> sentences;
        private final List<DraftSentence> kept = new ArrayList<>();
        private final List<ModelLog.Line> lines = new ArrayList<>();
        private int refused;
        private final long end;
        private int own;
        private boolean unchecked;

        Attempt(Task task, Consumer<DraftSentence> sentences, long end) {
            this.task = task;
            this.sentences = sentences;
            this.end = end;
        }

        @Override
        public void begunAgain() {
            kept.clear();
            lines.clear();
            refused = 0;
            own = 0;
        }

        @Override
        public void drafted(DraftSentence sentence) {
            if (nanos.getAsLong() - end > 0) {
                refused++;
                unchecked = true;
                lines.add(new ModelLog.Line(sentence.text(), "dropped", "no time was left to check it"));
                return;
            }
            Verdict verdict = verifier.verify(sentence, task.passages());
            switch (verdict) {
                case Verdict.Supported stands -> {
                    lines.add(new ModelLog.Line(sentence.text(), "kept", ""));
                    own++;
                    keep(new DraftSentence(sentence.text(), stands.supports()));
                }
                case Verdict.Refused no -> {
                    refused++;
                    Optional<DraftSentence> instead = verifier.nearest(sentence, task.passages());
                    lines.add(
                            new ModelLog.Line(sentence.text(), instead.isPresent() ? "replaced" : "dropped", no.why()));
                    instead.ifPresent(this::keep);
                }
            }
        }

        private void keep(DraftSentence sentence) {
            if (kept.stream().noneMatch(k -> k.text().equals(sentence.text()))) {
                kept.add(sentence);
                sentences.accept(sentence);
            }
        }

        /**
         * Whether what is left answers: a sentence of the model's own stands, and most of the draft is left or the words the
         * reader would have answered with.
         */
        boolean answers() {
            return own > 0 && (refused < kept.size() || kept.stream().anyMatch(this::holdsTheReading));
        }

        private boolean holdsTheReading(DraftSentence sentence) {
            return sentence.supports().stream().anyMatch(this::holdsTheReading);
        }

        private boolean holdsTheReading(Support support) {
            if (support.passage() >= task.readings().size()) {
                return false;
            }
            Reading reading = task.readings().get(support.passage());
            return reading.answers() >= 0.5
                    && reading.words().filter(w -> w.overlaps(support.span())).isPresent();
        }

        ModelLog.Entry record(String model, Optional<Written> written, double cost, long started, String fault) {
            List<Passage> passages = task.passages();
            return new ModelLog.Entry(
                    task.question().at(),
                    task.question().text(),
                    task.standalone(),
                    passages.stream().map(p -> p.chunk().id()).toList(),
                    model,
                    written.map(w -> w.reply().text()).orElse(""),
                    lines,
                    written.map(w -> w.reply().inputTokens()).orElse(0),
                    written.map(w -> w.reply().outputTokens()).orElse(0),
                    cost,
                    Duration.ofNanos(nanos.getAsLong() - started),
                    fault);
        }
    }
}
