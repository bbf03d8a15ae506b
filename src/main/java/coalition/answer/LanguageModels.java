package coalition.answer;

import coalition.model.Chat;
import coalition.model.ChatEndpoint;
import coalition.model.ChatException;
import coalition.model.ChatModels;
import coalition.model.Price;
import coalition.model.Prompt;
import coalition.model.Reply;
import coalition.storage.Database;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Everything that answers with language models, made from settings: generator, verifier, rewriter, spend and log. Where no model is
 * set, the generator and the rewriter are the template's and nothing is ever sent. Safe for several threads.
 */
public final class LanguageModels implements AutoCloseable {
    private static final int FAILURES = 5;
    private static final Duration REST = Duration.ofSeconds(30);

    private final LlmSettings settings;
    private final AutoCloseable source;
    private final List<GuardedChat> chats;
    private final Spend spend;
    private final ModelLog log;
    private final VerifiedAnswers answers;
    private final Supplier<String> fences;

    private LanguageModels(
            LlmSettings settings,
            List<Chat> chats,
            AutoCloseable source,
            Database database,
            Clock clock,
            Supplier<String> fences) {
        this.settings = settings;
        this.source = source;
        this.spend = new Spend(database, clock);
        this.log = new ModelLog(database);
        this.answers = new VerifiedAnswers(database);
        this.fences = fences;
        Semaphore places = new Semaphore(settings.concurrency(), true);
        this.chats = chats.stream()
                .map(chat -> new GuardedChat(
                        chat, new CircuitBreaker(FAILURES, REST, clock), places, spend, settings.dailyCap()))
                .toList();
    }

    /**
     * The models that the settings name. Calls nobody.
     *
     * @param database opened with the migrations of {@link Spend}, {@link ModelLog} and {@link VerifiedAnswers}
     */
    public static LanguageModels of(LlmSettings settings, Database database, Clock clock) {
        ChatModels models = new ChatModels(settings.chat(), clock);
        SecureRandom random = new SecureRandom();
        return new LanguageModels(settings, models.chats(), models, database, clock, () -> word(random));
    }

    /** The same around models of one's own; for tests and for models that are not behind HTTP. */
    public static LanguageModels around(LlmSettings settings, List<Chat> chats, Database database, Clock clock) {
        SecureRandom random = new SecureRandom();
        return new LanguageModels(settings, chats, () -> {}, database, clock, () -> word(random));
    }

    /** Whether a model is set. */
    public boolean on() {
        return !chats.isEmpty();
    }

    /**
     * Drafts with the models and falls back to the template; each sentence is verified before it is passed on.
     *
     * @param generation of the index, as it is when asked
     */
    public Generator generator(Generator template, SentenceVerifier verifier, LongSupplier generation) {
        if (chats.isEmpty()) {
            return template;
        }
        Duration deadline = settings.chat().deadline();
        AnswerPrompt prompts = new AnswerPrompt(fences);
        List<ModelGenerator> models = chats.stream()
                .map(chat -> new ModelGenerator(chat, prompts, deadline))
                .toList();
        Generator generator = new FallbackGenerator(models, template, verifier, log, deadline, System::nanoTime);
        return settings.cache()
                ? new CachedGenerator(
                        generator, answers, new SameQuestion(verifier::nearness), generation, origin(), log)
                : generator;
    }

    /** Names what an answer depends on besides the documents: the models, how they are asked, and how they are checked. */
    private String origin() {
        String chain = settings.chat().chain().stream()
                .map(endpoint -> endpoint.name() + "@" + endpoint.address())
                .collect(Collectors.joining(","));
        String asked = chats.stream().map(GuardedChat::name).collect(Collectors.joining(","));
        String all = String.join(
                "\n",
                chain,
                asked,
                settings.chat().temperature().toString(),
                AnswerPrompt.wording(),
                EntailmentWeights.NAME);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Makes questions standalone with the models, or as the template does. */
    public Rewriter rewriter(Rewriter template) {
        if (chats.isEmpty()) {
            return template;
        }
        Duration share = ModelRewriter.share(settings.chat().deadline());
        return new ModelRewriter(List.copyOf(chats), template, share);
    }

    public Spend spend() {
        return spend;
    }

    public ModelLog log() {
        return log;
    }

    /** Where things are sent, in a sentence for people. */
    public String destination() {
        if (chats.isEmpty()) {
            return "No language model is set: nothing is sent anywhere.";
        }
        return settings.chat().chain().stream()
                .map(LanguageModels::destination)
                .collect(Collectors.joining(
                        ", then ", "Questions, the last turns and retrieved passages are sent to ", "."));
    }

    private static String destination(ChatEndpoint endpoint) {
        return endpoint.host() + " (" + endpoint.name() + ")";
    }

    /**
     * One tiny call to each model, for {@code doctor}.
     *
     * @return one line a model
     */
    public List<Probe> probe() {
        return chats.stream().map(this::probe).toList();
    }

    /**
     * What a tiny call brought.
     *
     * @param model who was asked
     * @param fault empty where it answered
     * @param took how long it took
     * @param cost in the currency of the prices
     * @param priced whether its price is known
     */
    public record Probe(String model, String fault, Duration took, double cost, boolean priced) {}

    private Probe probe(GuardedChat chat) {
        long start = System.nanoTime();
        boolean priced = !chat.price().equals(Price.free());
        try {
            Reply reply = chat.ask(
                    new Prompt("Reply with one word.", "Say yes.", Optional.empty()),
                    Duration.ofSeconds(10),
                    part -> {});
            double cost = chat.price().of(reply.inputTokens(), reply.outputTokens());
            return new Probe(chat.name(), "", Duration.ofNanos(System.nanoTime() - start), cost, priced);
        } catch (ChatException e) {
            return new Probe(
                    chat.name(),
                    String.valueOf(e.getMessage()),
                    Duration.ofNanos(System.nanoTime() - start),
                    0,
                    priced);
        }
    }

    private static String word(SecureRandom random) {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Ends the calls in hand. */
    @Override
    public void close() {
        try {
            source.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot end the calls to language models", e);
        }
    }
}
