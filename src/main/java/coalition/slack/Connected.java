package coalition.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.util.http.SlackHttpClient;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** Slack's client and as whom it is signed in. */
record Connected(Slack slack, MethodsClient client, SignIn signIn) {
    /** Signs in; where there is no Web API at the base, looks below {@code api/} too. */
    static Connected with(SlackSettings settings) {
        try {
            return at(settings, settings.apiUrl());
        } catch (SlackStartException e) {
            String base = settings.apiUrl();
            if (settings.isSlackItself() || base.endsWith("/api/") || !isNoSlack(e)) {
                throw e;
            }
            try {
                return at(settings, base + "api/");
            } catch (SlackStartException below) {
                throw isNoSlack(below) ? e : below;
            }
        }
    }

    /** Whether there is no Web API at the address, rather than one that refuses us. */
    private static boolean isNoSlack(SlackStartException e) {
        String said = String.valueOf(e.getMessage());
        return said.contains("HTTP 40") || said.contains("'unknown_method'") || said.contains("no answer from");
    }

    /** A client that sends a request once: it would send a message twice when only Slack's answer was lost. */
    private static OkHttpClient once(SlackConfig config) {
        return SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .connectionPool(new ConnectionPool(8, 20, TimeUnit.SECONDS))
                .build();
    }

    private static Connected at(SlackSettings settings, String base) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(base);
        config.setHttpClientCallTimeoutMillis(15_000);
        config.setHttpClientReadTimeoutMillis(12_000);
        config.setHttpClientWriteTimeoutMillis(12_000);
        config.setStatsEnabled(false);
        config.setTokenExistenceVerificationEnabled(false);
        Slack slack = Slack.getInstance(config, new SlackHttpClient(once(config)));
        MethodsClient client = slack.methods(settings.botToken());
        return new Connected(slack, client, SignIn.with(client, base));
    }
}
