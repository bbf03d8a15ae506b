package coalition.web;

import coalition.answer.AnswerJson;
import coalition.answer.Answerer;
import coalition.answer.Progress;
import coalition.answer.Question;
import coalition.conversation.ThreadId;
import coalition.retrieval.Scope;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Semaphore;

/** Answers a question: {@code {"question": "…", "thread": "…"}} in, the JSON of an answer out. */
final class AskRoute {
    private static final int LONGEST_BODY = 65_536;
    private static final int LONGEST_QUESTION = 4_000;

    private final Answerer answerer;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private final Semaphore places = new Semaphore(8);

    AskRoute(Answerer answerer, Clock clock) {
        this.answerer = answerer;
        this.clock = clock;
    }

    Reply reply(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            return Reply.error(415, "the question must come as application/json");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return Reply.error(413, "the question is too long");
        }
        JsonNode request;
        try {
            request = json.readTree(body);
        } catch (IOException e) {
            return Reply.error(400, "the question is not JSON");
        }
        JsonNode question = request.path("question");
        String thread = request.path("thread").asText("");
        if (!question.isTextual() || !thread.matches("[A-Za-z0-9-]{1,64}")) {
            return Reply.error(400, "a request has a 'question' and a 'thread' of letters, digits and hyphens");
        }
        if (question.asText().length() > LONGEST_QUESTION) {
            return Reply.error(413, "a question has at most " + LONGEST_QUESTION + " characters");
        }
        return answer(
                new Question(question.asText(), new ThreadId("web/" + thread), "web", clock.instant(), Scope.all()));
    }

    private Reply answer(Question question) {
        if (!places.tryAcquire()) {
            return Reply.error(503, "too many questions at once: ask again in a moment");
        }
        try {
            long start = System.nanoTime();
            var answer = answerer.answer(question, Progress.none());
            return Reply.json(AnswerJson.line(answer, (System.nanoTime() - start) / 1_000_000));
        } finally {
            places.release();
        }
    }
}
