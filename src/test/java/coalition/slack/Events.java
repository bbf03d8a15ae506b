package coalition.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Payloads as Slack sends them. */
final class Events {
    private Events() {}

    static JsonObject mention(String id, String channel, String ts, String thread, String user, String text) {
        return event(id, """
                {"type":"app_mention","user":"%s","text":%s,"ts":"%s","channel":"%s","event_ts":"%s"%s}
                """.formatted(
                        user, quoted("<@" + FakeSlack.BOT_USER + "> " + text), ts, channel, ts, threadOf(thread)));
    }

    static JsonObject message(
            String id, String channel, String type, String ts, String thread, String user, String text) {
        return event(id, """
                {"type":"message","user":"%s","text":%s,"ts":"%s","channel":"%s","channel_type":"%s","event_ts":"%s"%s}
                """.formatted(user, quoted(text), ts, channel, type, ts, threadOf(thread)));
    }

    static JsonObject event(String id, String event) {
        return object("""
                {"token":"x","team_id":"%s","api_app_id":"A0001","type":"event_callback","event_id":"%s","event_time":1700000000,
                 "authorizations":[{"enterprise_id":null,"team_id":"%s","user_id":"%s","is_bot":true}],
                 "is_ext_shared_channel":false,"event":%s}
                """.formatted(FakeSlack.TEAM, id, FakeSlack.TEAM, FakeSlack.BOT_USER, event));
    }

    static JsonObject command(String user, String channel, String text, String trigger, String responseUrl) {
        return object("""
                {"token":"x","team_id":"%s","team_domain":"example","channel_id":"%s","channel_name":"general","user_id":"%s",
                 "user_name":"ann","command":"/coalition","text":%s,"api_app_id":"A0001","is_enterprise_install":"false",
                 "response_url":"%s","trigger_id":"%s"}
                """.formatted(FakeSlack.TEAM, channel, user, quoted(text), responseUrl, trigger));
    }

    static JsonObject click(
            String user,
            String channel,
            String message,
            String thread,
            String action,
            String value,
            String responseUrl) {
        return object("""
                {"type":"block_actions","user":{"id":"%s","team_id":"%s"},"api_app_id":"A0001","token":"x",
                 "container":{"type":"message","message_ts":"%s","channel_id":"%s","is_ephemeral":false,"thread_ts":"%s"},
                 "trigger_id":"trigger.%s","team":{"id":"%s","domain":"example"},"channel":{"id":"%s","name":"general"},
                 "message":{"type":"message","ts":"%s","thread_ts":"%s","text":"x"},"response_url":"%s",
                 "actions":[{"action_id":"%s","block_id":"b","type":"button","value":%s,"action_ts":"1700000001.%s"}]}
                """.formatted(
                        user,
                        FakeSlack.TEAM,
                        message,
                        channel,
                        thread,
                        action,
                        FakeSlack.TEAM,
                        channel,
                        message,
                        thread,
                        responseUrl,
                        action,
                        quoted(value),
                        Math.abs(value.hashCode() % 1_000_000)));
    }

    static JsonObject object(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    static String quoted(String text) {
        return new com.google.gson.JsonPrimitive(text).toString();
    }

    private static String threadOf(String thread) {
        return thread.isEmpty() ? "" : ",\"thread_ts\":\"" + thread + "\"";
    }
}
