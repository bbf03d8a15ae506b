package coalition.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coalition.feedback.Feedback;
import coalition.feedback.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole face on a fake Slack, over Socket Mode. */
class SlackFaceTest {
    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private List<FakeSlack.Posted> thread(String ts) {
        return bench.slack.thread("C1", ts);
    }

    private FakeSlack.Posted answered(String ts) {
        Bench.soon().until(() -> !thread(ts).isEmpty() && bench.ledger.open(1).isEmpty());
        assertThat(thread(ts)).hasSize(1);
        return thread(ts).getFirst();
    }

    @Test
    void answersAMentionInItsThread() {
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who keeps the light?"));
        FakeSlack.Posted reply = answered("100.1");
        assertThat(reply.text).contains("Mara Lind keeps the light since 2009. [1]");
        assertThat(reply.blocks).contains("\"Mara Lind\",\"style\":{\"bold\":true}");
        FakeSlack.Call call = bench.slack.calls("chat.postMessage").getFirst();
        assertThat(call.get("unfurl_links")).isIn("0", "false");
        assertThat(call.get("unfurl_media")).isIn("0", "false");
    }

    @Test
    void looksAtTheQuestionAtOnce() {
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who keeps the light?"));
        answered("100.1");
        Bench.soon().until(() -> !bench.slack.calls("reactions.remove").isEmpty());
        assertThat(bench.slack.calls("reactions.add").getFirst().get("name")).isEqualTo("eyes");
    }

    @Test
    void answersAnEventOnceHoweverOftenItComes() {
        bench.start();
        for (int i = 0; i < 4; i++) {
            bench.deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who?"));
        }
        bench.deliver(Events.message("Ev2", "C1", "channel", "100.1", "", "U1", "<@" + FakeSlack.BOT_USER + "> who?"));
        answered("100.1");
        bench.deliver(Events.mention("Ev3", "C1", "200.1", "", "U1", "who else?"));
        answered("200.1");
        assertThat(thread("100.1")).hasSize(1);
    }

    @Test
    void answersADirectMessageInAThread() {
        bench.start().deliver(Events.message("Ev1", "D1", "im", "100.1", "", "U1", "who keeps the light?"));
        Bench.soon().until(() -> bench.slack.thread("D1", "100.1").size() == 1);
    }

    @Test
    void followsAThreadItAnsweredInUntilItIsToldToStop() {
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who keeps the light?"));
        answered("100.1");
        bench.deliver(Events.message("Ev2", "C1", "channel", "100.2", "100.1", "U2", "and since when?"));
        Bench.soon().until(() -> thread("100.1").size() == 2);
        bench.deliver(Events.message("Ev3", "C1", "channel", "100.3", "100.1", "U2", "thanks all"));
        bench.deliver(Events.message("Ev4", "C1", "channel", "100.4", "100.1", "U2", "<@U77> what do you think?"));
        bench.deliver(Events.message("Ev5", "C1", "channel", "100.5", "100.1", "U2", "stop"));
        Bench.soon().until(() -> thread("100.1").size() == 3);
        bench.deliver(Events.message("Ev6", "C1", "channel", "100.6", "100.1", "U2", "who asked?"));
        bench.deliver(Events.message("Ev7", "C1", "channel", "100.7", "999.1", "U2", "who asked?"));
        bench.deliver(Events.mention("Ev8", "C1", "300.1", "", "U1", "who?"));
        answered("300.1");
        assertThat(thread("100.1")).hasSize(3);
        assertThat(thread("100.1").getLast().text).contains("keep out of this thread");
    }

    @Test
    void isDeafToBotsItselfEditsAndJoins() {
        bench.start();
        bench.deliver(Events.event("Ev1", """
                {"type":"message","subtype":"bot_message","bot_id":"B9","text":"who?","ts":"1.1","channel":"D1","channel_type":"im"}"""));
        bench.deliver(Events.event("Ev2", """
                {"type":"message","bot_id":"B9","user":"U9","text":"who?","ts":"1.2","channel":"D1","channel_type":"im"}"""));
        bench.deliver(Events.message("Ev3", "D1", "im", "1.3", "", FakeSlack.BOT_USER, "who?"));
        bench.deliver(Events.event("Ev4", """
                {"type":"message","subtype":"message_changed","channel":"D1","ts":"1.4","channel_type":"im",
                 "message":{"type":"message","user":"U1","text":"who?","ts":"1.1","edited":{"user":"U1","ts":"1.4"}},
                 "previous_message":{"type":"message","user":"U1","text":"wh","ts":"1.1"}}"""));
        bench.deliver(Events.event("Ev5", """
                {"type":"message","subtype":"channel_join","user":"U1","text":"joined","ts":"1.5","channel":"C1","channel_type":"channel"}"""));
        bench.deliver(Events.event("Ev6", """
                {"type":"app_mention","user":null,"text":"who?","ts":"1.6","channel":"C1"}"""));
        bench.deliver(Events.event("Ev7", "{\"type\":\"something_new\",\"user\":\"U1\"}"));
        bench.deliver(Events.mention("Ev8", "C1", "100.1", "", "U1", "who?"));
        answered("100.1");
        assertThat(bench.slack.messages()).hasSize(1);
    }

    @Test
    void answersTheSlashCommandForTheAskerAlone() {
        bench.start();
        String url = bench.slack.responseUrl();
        bench.ack("slash_commands", Events.command("U1", "C1", "who keeps the light?", "t.1", url));
        Bench.soon()
                .until(() -> !bench.slack.messages(m -> url.endsWith(m.channel)).isEmpty());
        assertThat(bench.slack.messages()).hasSize(1);
        assertThat(bench.slack.messages().getFirst().blocks).contains("Share with the channel");
        assertThat(bench.slack.calls("response_url").getFirst().get("response_type"))
                .isEqualTo("ephemeral");
    }

    @Test
    void givesATimelineAndSharesIt() {
        bench.start();
        bench.ack("slash_commands", Events.command("U1", "C1", "timeline", "t.1", bench.slack.responseUrl()));
        Bench.soon().until(() -> !bench.slack.messages().isEmpty());
        String blocks = bench.slack.messages().getFirst().blocks;
        assertThat(SlackLimits.check(blocks)).isEmpty();
        assertThat(blocks).contains("since 2009").contains("rich_text_list");
        String id = blocks.replaceFirst("(?s).*\"coalition_share\",\"value\":\"([^\"]+)\".*", "$1");
        bench.ack("interactive", Events.click("U1", "C1", "", "", Actions.SHARE, id, bench.slack.responseUrl()));
        Bench.soon()
                .until(() -> !bench.slack.messages(m -> m.channel.equals("C1")).isEmpty());
        assertThat(bench.slack.messages(m -> m.channel.equals("C1")).getFirst().text)
                .contains("Timeline of the lighthouse");
    }

    @Test
    void sharesAnAnswerOnce() {
        bench.start();
        String url = bench.slack.responseUrl();
        bench.ack("slash_commands", Events.command("U1", "C1", "who keeps the light?", "t.1", url));
        Bench.soon().until(() -> !bench.slack.messages().isEmpty());
        String id = bench.slack
                .messages()
                .getFirst()
                .blocks
                .replaceFirst("(?s).*\"coalition_share\",\"value\":\"([^\"]+)\".*", "$1");
        for (int i = 0; i < 2; i++) {
            bench.ack("interactive", Events.click("U1", "C1", "", "", Actions.SHARE, id, bench.slack.responseUrl()));
        }
        Bench.soon()
                .until(() -> !bench.slack.messages(m -> m.channel.equals("C1")).isEmpty());
        assertThat(bench.slack.messages(m -> m.channel.equals("C1"))).hasSize(1);
        assertThat(bench.slack.messages(m -> m.channel.equals("C1")).getFirst().text)
                .contains("who keeps the light?");
    }

    @Test
    void fallsBackToAnEphemeralMessageWhereTheResponseUrlIsUsedUp() {
        bench.slack.faults((method, call) -> method.equals("response_url")
                ? Optional.of(new FakeSlack.Fault(404, "used_url", "", false))
                : Optional.empty());
        bench.start().ack("slash_commands", Events.command("U1", "C1", "who?", "t.1", bench.slack.responseUrl()));
        Bench.soon()
                .until(() -> !bench.slack.messages(m -> m.onlyFor.equals("U1")).isEmpty());
    }

    @Test
    void keepsWhatPeopleSayOfAnAnswer() {
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who keeps the light?"));
        FakeSlack.Posted reply = answered("100.1");
        String value = reply.blocks.replaceFirst("(?s).*\"(down [^\"]+)\".*", "$1");
        bench.ack("interactive", Events.click("U2", "C1", reply.ts, "100.1", Actions.FEEDBACK, value, ""));
        Bench.soon().until(() -> !bench.slack.calls("views.open").isEmpty());
        String view = bench.slack.calls("views.open").getFirst().get("view");
        assertThat(SlackLimits.checkView(view)).isEmpty();
        String answer = value.substring(5);
        bench.ack("interactive", Events.object("""
                {"type":"view_submission","team":{"id":"T0001"},"user":{"id":"U2"},"view":{"id":"V1","type":"modal",
                 "callback_id":"coalition_feedback_form","private_metadata":"%s","state":{"values":{
                  "coalition_wrong":{"coalition_wrong":{"type":"radio_buttons","selected_option":{"value":"3-missing"}}},
                  "coalition_comment":{"coalition_comment":{"type":"plain_text_input","value":"the goats"}},
                  "coalition_passage":{"coalition_passage":{"type":"plain_text_input","value":"two goats"}}}}}}
                """.formatted(answer)));
        List<Feedback> said = bench.feedback.list(Instant.EPOCH, 10);
        assertThat(said).hasSize(1);
        assertThat(said.getFirst().verdict()).isEqualTo(Verdict.NOT_HELPFUL);
        assertThat(said.getFirst().wrong()).isEqualTo("Something is missing");
        assertThat(said.getFirst().passage()).isEqualTo("two goats");
        assertThat(said.getFirst().question()).isEqualTo("who keeps the light?");
    }

    @Test
    void opensAPassageWithTheQuotedWordsMarked() {
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who keeps the light?"));
        FakeSlack.Posted reply = answered("100.1");
        String value = reply.blocks.replaceFirst("(?s).*\"coalition_context\",\"value\":\"([^\"]+)\".*", "$1");
        bench.ack("interactive", Events.click("U2", "C1", reply.ts, "100.1", Actions.CONTEXT, value, ""));
        Bench.soon().until(() -> !bench.slack.calls("views.open").isEmpty());
        String view = bench.slack.calls("views.open").getFirst().get("view");
        assertThat(SlackLimits.checkView(view)).isEmpty();
        assertThat(view).contains("\"Mara Lind keeps the light since 2009.\",\"style\":{\"bold\":true}");
    }

    @Test
    void asksASuggestedQuestion() {
        bench.answerer = (question, progress) ->
                question.text().contains("painted") ? Samples.abstained(question) : Samples.grounded(question);
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who painted the tower?"));
        FakeSlack.Posted reply = answered("100.1");
        assertThat(reply.blocks).contains("Not in the documents").contains("Closest passages");
        bench.ack(
                "interactive",
                Events.click("U1", "C1", reply.ts, "100.1", Actions.ASK + "0", "Who keeps the light?", ""));
        Bench.soon().until(() -> thread("100.1").size() == 2);
        assertThat(thread("100.1").getLast().text)
                .startsWith("Who keeps the light?")
                .contains("Mara Lind");
    }

    @Test
    void showsTheHomeTabAndOffersPrompts() {
        bench.slack.scopes("app_mentions:read,chat:write,commands,im:history,assistant:write");
        bench.start();
        bench.deliver(Events.event("Ev1", """
                {"type":"app_home_opened","user":"U1","channel":"D1","tab":"home","event_ts":"1.1"}"""));
        bench.deliver(Events.event("Ev2", """
                {"type":"app_home_opened","user":"U1","channel":"D1","tab":"messages","event_ts":"1.2"}"""));
        Bench.soon().until(() -> !bench.slack.calls("views.publish").isEmpty());
        Bench.soon()
                .until(() -> !bench.slack
                        .calls("assistant.threads.setSuggestedPrompts")
                        .isEmpty());
        String view = bench.slack.calls("views.publish").getFirst().get("view");
        assertThat(SlackLimits.checkView(view)).isEmpty();
        assertThat(view).contains("The lighthouse handbook").contains("1 document");
    }

    @Test
    void tellsAFaultToTheAskerAlone() {
        bench.answerer = (question, progress) -> {
            throw new StackOverflowError();
        };
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who?"));
        Bench.soon()
                .until(() -> !bench.slack.messages().isEmpty()
                        && bench.ledger.open(1).isEmpty());
        assertThat(bench.slack.messages()).hasSize(1);
        assertThat(bench.slack.messages().getFirst().onlyFor).isEqualTo("U1");
        assertThat(bench.slack.messages().getFirst().text).contains("ask again");
    }

    @Test
    void goesOnAfterManyErrors() {
        AtomicInteger calls = new AtomicInteger();
        bench.answerer = (question, progress) -> {
            if (calls.incrementAndGet() <= 20) {
                throw new StackOverflowError();
            }
            return Samples.grounded(question);
        };
        bench.start();
        for (int i = 0; i < 20; i++) {
            bench.deliver(Events.mention("Ev" + i, "C" + i, "100." + i, "", "U" + i, "who?"));
        }
        Bench.soon().until(() -> calls.get() == 20);
        bench.deliver(Events.mention("Last", "C1", "500.1", "", "U1", "who?"));
        assertThat(answered("500.1").text).contains("Mara Lind");
    }

    @Test
    void saysBusyPastTheBoundAndAnswersThenInTheSameMessage() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        bench.answerer = (question, progress) -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Samples.grounded(question);
        };
        SlackSettings s = bench.settings;
        bench.with(new SlackSettings(
                        s.botToken(),
                        s.appToken(),
                        "",
                        s.apiUrl(),
                        s.host(),
                        0,
                        s.command(),
                        true,
                        false,
                        2,
                        1,
                        1_000,
                        s.askerWindow(),
                        s.patience(),
                        90,
                        Map.of(),
                        List.of()))
                .start();
        for (int i = 0; i < 8; i++) {
            bench.deliver(Events.mention("Ev" + i, "C" + i, "100.1", "", "U" + i, "who?"));
        }
        Bench.soon()
                .until(() -> bench.slack
                                .messages(m -> m.text.contains("Many questions"))
                                .size()
                        >= 5);
        gate.countDown();
        Bench.soon()
                .until(() ->
                        bench.slack.messages(m -> m.text.contains("Mara Lind")).size() == 8);
        assertThat(bench.slack.messages()).hasSize(8);
    }

    @Test
    void finishesAfterARestartWhatItWasGiven() {
        CountDownLatch never = new CountDownLatch(1);
        List<String> asked = new CopyOnWriteArrayList<>();
        bench.answerer = (question, progress) -> {
            asked.add(question.text());
            if (asked.size() == 1) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return Samples.grounded(question);
        };
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who keeps the light?"));
        Bench.soon().until(() -> asked.size() == 1);
        bench.restart();
        answered("100.1");
        bench.deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who keeps the light?"));
        never.countDown();
        assertThat(thread("100.1")).hasSize(1);
    }

    @Test
    void showsAfterARestartTooThatItReads() {
        CountDownLatch gate = new CountDownLatch(1);
        bench.answerer = (question, progress) -> {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Samples.grounded(question);
        };
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who keeps the light?"));
        bench.settings = Bench.patient(bench.settings, Duration.ofMillis(20));
        bench.restart();
        Bench.soon()
                .until(() -> thread("100.1").size() == 1
                        && thread("100.1").getFirst().text.contains("Reading the documents"));
        gate.countDown();
        answered("100.1");
        assertThat(thread("100.1")).hasSize(1);
    }

    @Test
    void answersOnceWhenSlacksAnswerToItsMessageIsLost() {
        AtomicInteger posts = new AtomicInteger();
        bench.slack.faults((method, call) -> method.equals("chat.postMessage") && posts.incrementAndGet() <= 1
                ? Optional.of(FakeSlack.Fault.cutAfter())
                : Optional.empty());
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who?"));
        answered("100.1");
    }

    @Test
    void waitsAsLongAsSlackAsks() {
        AtomicInteger posts = new AtomicInteger();
        String[] waits = {"1", "", "Mon, 01 Jan 2001 00:00:00 GMT", "soon"};
        bench.slack.faults(
                (method, call) -> method.equals("chat.postMessage") && posts.incrementAndGet() <= waits.length
                        ? Optional.of(FakeSlack.Fault.limited(waits[posts.get() - 1]))
                        : Optional.empty());
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who?"));
        answered("100.1");
        List<FakeSlack.Call> calls = bench.slack.calls("chat.postMessage");
        assertThat(calls.get(1).at() - calls.get(0).at()).isGreaterThan(990_000_000L);
    }

    @Test
    void listsWhatSlackDoesNotTake() {
        bench.slack.faults((method, call) ->
                method.startsWith("chat.") ? Optional.of(FakeSlack.Fault.error("account_inactive")) : Optional.empty());
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who?"));
        Bench.soon().until(() -> !bench.ledger.undelivered(5).isEmpty());
        assertThat(bench.face.health().stream()
                        .filter(c -> !c.good())
                        .findFirst()
                        .orElseThrow()
                        .finding())
                .contains("account_inactive");
    }

    @Test
    void postsWordsWhereSlackTakesNoBlocks() {
        bench.slack.faults((method, call) ->
                method.equals("chat.postMessage") && !call.get("blocks").isEmpty()
                        ? Optional.of(FakeSlack.Fault.error("invalid_blocks"))
                        : Optional.empty());
        bench.start().deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who?"));
        assertThat(answered("100.1").text).contains("Mara Lind");
    }

    @Test
    void opensAFreshSocketWhenOneIsCutOrReplaced() {
        bench.start();
        bench.slack.socket().disconnect("refresh_requested");
        Bench.soon().until(() -> bench.slack.socket().opened() == 2);
        bench.deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who?"));
        answered("100.1");
    }

    @Test
    void refusesAWrongTokenWithOneSentence() {
        bench.with(bench.small(SlackSettings.of("xoxb-wrong", "xapp-test", "")));
        assertThatThrownBy(bench::start)
                .isInstanceOf(SlackStartException.class)
                .hasMessageContaining("SLACK_BOT_TOKEN")
                .hasMessageNotContaining("xoxb-wrong");
    }

    @Test
    void refusesAWrongAppTokenWithOneSentence() {
        bench.with(bench.small(SlackSettings.of("xoxb-test", "xoxb-not-an-app-token", "")));
        assertThatThrownBy(bench::start)
                .isInstanceOf(SlackStartException.class)
                .hasMessageContaining("SLACK_APP_TOKEN");
    }

    @Test
    void saysWhichScopesLack() {
        bench.slack.scopes("chat:write,commands");
        bench.start();
        assertThat(bench.face.describe()).anyMatch(l -> l.contains("app_mentions:read, im:history"));
    }

    @Test
    void answersAMessageByItsShortcut() {
        bench.start();
        String url = bench.slack.responseUrl();
        bench.ack("interactive", Events.object("""
                {"type":"message_action","callback_id":"coalition_answer_this","trigger_id":"t.9","action_ts":"1.9",
                 "response_url":"%s","team":{"id":"T0001","domain":"e"},"channel":{"id":"C1","name":"general"},
                 "user":{"id":"U1","name":"ann"},"message_ts":"100.1",
                 "message":{"type":"message","user":"U2","ts":"100.1","text":"who keeps the light?"}}
                """.formatted(url)));
        Bench.soon().until(() -> !bench.slack.messages().isEmpty());
        assertThat(bench.slack.messages().getFirst().text)
                .contains("who keeps the light?")
                .contains("Mara Lind");
    }

    @Test
    void limitsOnePersonKindly() {
        SlackSettings s = bench.settings;
        bench.with(new SlackSettings(
                        s.botToken(),
                        s.appToken(),
                        "",
                        s.apiUrl(),
                        s.host(),
                        0,
                        s.command(),
                        true,
                        false,
                        50,
                        2,
                        3,
                        s.askerWindow(),
                        s.patience(),
                        90,
                        Map.of(),
                        List.of()))
                .start();
        for (int i = 0; i < 5; i++) {
            bench.deliver(Events.mention("Ev" + i, "C" + i, "100." + i, "", "U1", "who?"));
            Bench.soon().until(() -> bench.ledger.open(1).isEmpty());
        }
        assertThat(bench.slack.messages(m -> m.text.contains("Mara Lind"))).hasSize(3);
        assertThat(bench.slack.messages(m -> m.onlyFor.equals("U1") && m.text.contains("in a few minutes")))
                .hasSize(2);
    }

    @Test
    void stopsAnAnswerOnRequest() {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        bench.answerer = (question, progress) -> {
            begun.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Samples.grounded(question);
        };
        bench.start().deliver(Events.message("Ev1", "D1", "im", "100.1", "", "U1", "who?"));
        Bench.soon().until(() -> begun.getCount() == 0);
        bench.deliver(Events.event("Ev2", """
                {"type":"agent_session_stopped","channel":"D1","user":"U1","thread_ts":"100.1","event_ts":"1.1"}"""));
        Bench.soon().until(() -> bench.slack.thread("D1", "100.1").size() == 1);
        gate.countDown();
        bench.deliver(Events.message("Ev3", "D1", "im", "200.1", "", "U1", "who?"));
        Bench.soon().until(() -> bench.slack.thread("D1", "200.1").size() == 1);
        assertThat(bench.slack.thread("D1", "100.1")).hasSize(1);
        assertThat(bench.slack.thread("D1", "100.1").getFirst().text).startsWith("Stopped");
    }

    @Test
    void keepsThreadsApartByTeamChannelAndThread() {
        List<String> threads = new CopyOnWriteArrayList<>();
        bench.answerer = (question, progress) -> {
            threads.add(question.thread().value());
            return Samples.grounded(question);
        };
        bench.start();
        bench.deliver(Events.mention("Ev1", "C1", "100.1", "", "U1", "who?"));
        bench.deliver(Events.mention("Ev2", "C2", "100.1", "", "U1", "who?"));
        bench.deliver(Events.mention("Ev3", "C1", "100.3", "100.1", "U1", "who?"));
        Bench.soon().until(() -> threads.size() == 3);
        assertThat(threads).contains("slack:T0001:C1:100.1", "slack:T0001:C2:100.1");
        assertThat(threads.stream().distinct()).hasSize(2);
    }
}
