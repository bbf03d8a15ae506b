package coalition.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import java.util.stream.Collectors;

/** Replies as the providers' documentation shows them: 12 tokens in, 7 out. */
public final class Wire {
    private Wire() {}

    /** A stream of pieces. */
    public static ResponseDefinitionBuilder stream(Provider provider, List<String> pieces) {
        String type = provider == Provider.OLLAMA ? "application/x-ndjson" : "text/event-stream";
        return aResponse().withHeader("Content-Type", type).withBody(streamBody(provider, pieces));
    }

    public static String streamBody(Provider provider, List<String> pieces) {
        return switch (provider) {
            case OPENAI, MISTRAL -> openAi(pieces);
            case ANTHROPIC -> anthropic(pieces);
            case GEMINI -> gemini(pieces);
            case OLLAMA -> ollama(pieces);
        };
    }

    /** A whole reply. */
    public static ResponseDefinitionBuilder whole(Provider provider, String text) {
        String body = switch (provider) {
            case OPENAI, MISTRAL ->
                "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                        + "\"message\":{\"role\":\"assistant\",\"content\":" + json(text)
                        + "},\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":7,\"total_tokens\":19}}";
            case ANTHROPIC ->
                "{\"id\":\"m1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[{\"type\":\"text\","
                        + "\"text\":" + json(text)
                        + "}],\"stop_reason\":\"end_turn\",\"usage\":{\"input_tokens\":12,\"output_tokens\":7}}";
            case GEMINI ->
                "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":" + json(text) + "}],\"role\":\"model\"},"
                        + "\"finishReason\":\"STOP\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":12,"
                        + "\"candidatesTokenCount\":7,\"totalTokenCount\":19},\"modelVersion\":\"m\"}";
            case OLLAMA ->
                "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":"
                        + json(text)
                        + "},\"done_reason\":\"stop\",\"done\":true,\"prompt_eval_count\":12,\"eval_count\":7}";
        };
        return aResponse().withHeader("Content-Type", "application/json").withBody(body);
    }

    private static String openAi(List<String> pieces) {
        return pieces.stream()
                        .map(p ->
                                "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":"
                                        + "[{\"index\":0,\"delta\":{\"content\":" + json(p)
                                        + "},\"finish_reason\":null}]}\n\n")
                        .collect(Collectors.joining())
                + "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":"
                + "[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":7,"
                + "\"total_tokens\":19}}\n\n"
                + "data: [DONE]\n\n";
    }

    private static String anthropic(List<String> pieces) {
        return "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m1\",\"type\":\"message\",\"role\":\"assistant\","
                + "\"model\":\"m\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":12,\"output_tokens\":1}}}\n\n"
                + "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":"
                + "{\"type\":\"text\",\"text\":\"\"}}\n\n"
                + pieces.stream()
                        .map(p ->
                                "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":"
                                        + "{\"type\":\"text_delta\",\"text\":" + json(p) + "}}\n\n")
                        .collect(Collectors.joining())
                + "event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\n"
                + "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\","
                + "\"stop_sequence\":null},\"usage\":{\"output_tokens\":7}}\n\n"
                + "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
    }

    private static String gemini(List<String> pieces) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            body.append("data: {\"candidates\":[{\"content\":{\"parts\":[{\"text\":")
                    .append(json(pieces.get(i)))
                    .append("}],\"role\":\"model\"},\"index\":0")
                    .append(i == pieces.size() - 1 ? ",\"finishReason\":\"STOP\"" : "")
                    .append(
                            "}],\"usageMetadata\":{\"promptTokenCount\":12,\"candidatesTokenCount\":7,\"totalTokenCount\":19},"
                                    + "\"modelVersion\":\"m\"}\n\n");
        }
        return body.toString();
    }

    private static String ollama(List<String> pieces) {
        return pieces.stream()
                        .map(p ->
                                "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\","
                                        + "\"content\":" + json(p) + "},\"done\":false}\n")
                        .collect(Collectors.joining())
                + "{\"model\":\"m\",\"created_at\":\"2026-01-01T00:00:00Z\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},"
                + "\"done_reason\":\"stop\",\"done\":true,\"prompt_eval_count\":12,\"eval_count\":7}\n";
    }

    private static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
