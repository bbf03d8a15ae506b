package coalition;

import coalition.AnswerSettings.ReaderKind;
import coalition.answer.AbstentionRules;
import coalition.answer.Abstentions;
import coalition.answer.AnswerPipeline;
import coalition.answer.Answerer;
import coalition.answer.EvidenceSearch;
import coalition.answer.ExtractiveGenerator;
import coalition.answer.FeatureReader;
import coalition.answer.Generator;
import coalition.answer.LanguageModels;
import coalition.answer.NeuralReader;
import coalition.answer.QuotationVerifier;
import coalition.answer.RandomIds;
import coalition.answer.Reader;
import coalition.answer.Rewriter;
import coalition.answer.SentenceRanker;
import coalition.answer.SentenceVerifier;
import coalition.answer.Spend;
import coalition.answer.StandaloneQuestion;
import coalition.answer.Suggestions;
import coalition.answer.Verifier;
import coalition.conversation.Conversations;
import coalition.summary.Summaries;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Builds what answers from what is known. */
final class Answering implements AutoCloseable {
    private static final int PASSAGES_READ = 5;

    private final Settings settings;
    private final Knowledge knowledge;
    private final Optional<LanguageModels> models;

    Answering(Settings settings, Knowledge knowledge) {
        this.settings = settings;
        this.knowledge = knowledge;
        this.models = settings.llm().on()
                ? Optional.of(LanguageModels.of(settings.llm(), knowledge.database(), Clock.systemUTC()))
                : Optional.empty();
    }

    /** Answers that remember their threads here. */
    Answerer answerer(Conversations conversations) {
        if (models.isEmpty()) {
            return templateAnswerer(conversations);
        }
        LanguageModels written = models.get();
        SentenceVerifier meaning = new SentenceVerifier(
                knowledge.models().encoder(), knowledge.models().reader());
        return pipeline(
                conversations,
                written.rewriter(new StandaloneQuestion()),
                written.generator(new ExtractiveGenerator(), meaning, knowledge.index()::generation),
                meaning.after(new QuotationVerifier()));
    }

    /** The same by the template alone, whatever models are set. */
    Answerer templateAnswerer(Conversations conversations) {
        return pipeline(conversations, new StandaloneQuestion(), new ExtractiveGenerator(), new QuotationVerifier());
    }

    private Answerer pipeline(Conversations conversations, Rewriter rewriter, Generator generator, Verifier verifier) {
        return new AnswerPipeline(
                conversations,
                rewriter,
                AbstentionRules.standard(settings.answer().caution()),
                new EvidenceSearch(
                        knowledge.retriever(),
                        reader(),
                        new SentenceRanker(knowledge.index()),
                        PASSAGES_READ,
                        new Summaries(knowledge.library(), knowledge.retriever(), knowledge.vectors())),
                List.of(generator),
                verifier,
                new Abstentions(knowledge.library(), new Suggestions(knowledge.library())),
                new RandomIds());
    }

    private Reader reader() {
        Reader features = new FeatureReader(knowledge.models().encoder(), knowledge.vectors(), knowledge.index());
        if (settings.answer().reader() == ReaderKind.FEATURES) {
            return features;
        }
        return knowledge.models().reader().<Reader>map(NeuralReader::new).orElse(features);
    }

    /** What models cost; empty where none is set. */
    Optional<Spend> spend() {
        return models.map(LanguageModels::spend);
    }

    /** Where things are sent, in a sentence. */
    String destination() {
        return models.map(LanguageModels::destination).orElse("no language model is set: nothing is sent anywhere");
    }

    @Override
    public void close() {
        models.ifPresent(LanguageModels::close);
    }
}
