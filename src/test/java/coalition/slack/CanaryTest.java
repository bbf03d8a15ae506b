package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;

import coalition.answer.Answer;
import coalition.answer.Citation;
import coalition.answer.Grounded;
import coalition.answer.Mode;
import coalition.answer.Question;
import coalition.answer.Statement;
import coalition.conversation.H2Conversations;
import coalition.conversation.Turn;
import coalition.storage.Database;
import coalition.storage.Migration;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Many people of three teams ask at once, each question with a word of its own, of an answerer that repeats all it remembers of a
 * thread. {@code -Dslack.questions=1000} for many.
 */
class CanaryTest {
    private static final int QUESTIONS = Integer.getInteger("slack.questions", 300);
    private static final int TEAMS = 3;
    private static final int CHANNELS = 40;
    private static final int THREADS = 4;
    private static final int PEOPLE = 25;
    private static final Pattern CANARY = Pattern.compile("canary([a-z]{6})x");
    private static final List<Migration> MIGRATIONS = Stream.concat(
                    SlackFace.MIGRATIONS.stream(), H2Conversations.MIGRATIONS.stream())
            .toList();

    private final Database database = Database.inMemory("canary-" + UUID.randomUUID(), MIGRATIONS);
    private final H2Conversations memory = new H2Conversations(database);
    private final Map<String, String> homes = new HashMap<>();
    private final Map<String, String> askers = new HashMap<>();

    /** Answers with every question of this thread, as it remembers them. */
    private Answer repeat(Question question) {
        List<Turn> turns = memory.recent(question.thread(), QUESTIONS);
        StringBuilder all = new StringBuilder("You asked ").append(question.text());
        turns.forEach(t -> all.append(" and ").append(t.question()));
        memory.append(
                question.thread(),
                new Turn(question.text(), question.text(), all.toString(), List.of(), question.at()));
        Citation citation = Samples.citation(1, "Mara Lind keeps the light since 2009.", "", false);
        return new Grounded(
                "answer-" + Marker.of(question.text()),
                question,
                question.text(),
                "",
                List.of(new Statement(all.toString(), List.of(1))),
                List.of(citation),
                0.9,
                Mode.TEMPLATE,
                "");
    }

    private static String word(int number) {
        StringBuilder letters = new StringBuilder();
        int left = number;
        for (int i = 0; i < 6; i++) {
            letters.append((char) ('a' + left % 26));
            left /= 26;
        }
        return "canary" + letters + "x";
    }

    private static Set<String> canaries(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = CANARY.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @Test
    void showsNothingOfOneThreadInAnother() {
        try (Bench bench = new Bench(database)) {
            bench.answerer = (question, progress) -> repeat(question);
            bench.with(Bench.roomy(bench.settings)).start();
            Random random = new Random(7);
            List<CompletableFuture<JsonObject>> acks = new ArrayList<>();
            for (int n = 0; n < QUESTIONS; n++) {
                acks.add(bench.slack.socket().event(question(random, n)));
            }
            acks.forEach(CompletableFuture::join);
            Bench.patiently().until(() -> bench.ledger.open(1).isEmpty());
            assertThat(foreignInMessages(bench)).isEmpty();
            assertThat(foreignInWindows(bench)).isEmpty();
            assertThat(foreignInHomes(bench)).isEmpty();
        }
    }

    private JsonObject question(Random random, int n) {
        int team = random.nextInt(TEAMS);
        String channel = "C" + team + "x" + random.nextInt(CHANNELS);
        // the same time stamps in every channel and team
        String root = 1_000 + random.nextInt(THREADS) + ".1";
        String person = "U" + random.nextInt(PEOPLE);
        String word = word(n);
        homes.put(word, channel + " " + root);
        askers.put(word, "T" + team + " " + person);
        JsonObject event = Events.mention("Ev" + n, channel, 2_000 + n + ".1", root, person, "what of " + word + "?");
        event.addProperty("team_id", "T" + team);
        return event;
    }

    private List<String> foreignInMessages(Bench bench) {
        List<String> foreign = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (FakeSlack.Posted posted : bench.slack.messages()) {
            for (String word : canaries(posted.text + posted.blocks)) {
                seen.add(word);
                if (!(posted.channel + " " + posted.thread).equals(homes.get(word))) {
                    foreign.add(word + " in " + posted.channel + " " + posted.thread);
                }
            }
        }
        assertThat(seen).hasSize(QUESTIONS);
        System.out.printf(
                "%d questions, %d threads, %d messages, foreign words: %d%n",
                QUESTIONS,
                new HashSet<>(homes.values()).size(),
                bench.slack.messages().size(),
                foreign.size());
        return foreign;
    }

    /** Opens "Show all" of some answers and looks for words of other threads. */
    private List<String> foreignInWindows(Bench bench) {
        List<String> foreign = new ArrayList<>();
        List<FakeSlack.Posted> some = bench.slack.messages().subList(0, 30);
        for (FakeSlack.Posted posted : some) {
            String id = posted.blocks.replaceFirst("(?s).*\"coalition_sources\",\"value\":\"([^\"]+)\".*", "$1");
            int before = bench.slack.calls("views.open").size();
            bench.ack("interactive", Events.click("U1", posted.channel, posted.ts, posted.thread, Actions.ALL, id, ""));
            Bench.soon().until(() -> bench.slack.calls("views.open").size() > before);
            Set<String> words =
                    canaries(bench.slack.calls("views.open").getLast().get("view"));
            assertThat(words).isNotEmpty();
            for (String word : words) {
                if (!(posted.channel + " " + posted.thread).equals(homes.get(word))) {
                    foreign.add(word);
                }
            }
        }
        return foreign;
    }

    /** Opens the home tab of some people of some teams and looks for questions of others. */
    private List<String> foreignInHomes(Bench bench) {
        List<String> foreign = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String who = "T" + i % TEAMS + " U" + i % PEOPLE;
            int before = bench.slack.calls("views.publish").size();
            JsonObject opened = Events.event(
                    "EvHome" + i,
                    "{\"type\":\"app_home_opened\",\"user\":\"U" + i % PEOPLE
                            + "\",\"channel\":\"D1\",\"tab\":\"home\"}");
            opened.addProperty("team_id", "T" + i % TEAMS);
            bench.deliver(opened);
            Bench.soon().until(() -> bench.slack.calls("views.publish").size() > before);
            Set<String> words =
                    canaries(bench.slack.calls("views.publish").getLast().get("view"));
            assertThat(words).isNotEmpty();
            words.stream().filter(w -> !who.equals(askers.get(w))).forEach(foreign::add);
        }
        return foreign;
    }
}
