package io.outrider.orchestrator.connector.http;

import io.outrider.orchestrator.connector.Window;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends calls over the network. Follows no redirect: an operator's base URL is the only place that effects go to. Repeats
 * nothing by itself.
 */
public final class LiveDoor implements HttpDoor, AutoCloseable {

    private static final long MAX_ANSWER_BYTES = 1024 * 1024;

    private final HttpClient client;
    private final Duration deadline;

    /** @param deadline of one whole exchange, body included */
    public LiveDoor(Duration connectTimeout, Duration deadline) {
        this.deadline = deadline;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    @Override
    public Answer send(Call call) {
        if (call.writes() && Window.isOver()) {
            return new Answer.NotSent(Window.OVER);
        }
        CompletableFuture<HttpResponse<byte[]>> pending;
        try {
            pending = client.sendAsync(
                    request(call), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
        } catch (IllegalArgumentException e) {
            return new Answer.NotSent("the request cannot be made: " + e.getMessage());
        }
        try {
            return complete(pending.get(deadline.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new Answer.None("no whole answer within " + deadline.toSeconds() + " s");
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.None("stopped while waiting for the answer");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static HttpRequest request(Call call) {
        var builder = HttpRequest.newBuilder(call.uri())
                .method(
                        call.method(),
                        call.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(builder::header);
        return builder.build();
    }

    private static Answer complete(HttpResponse<byte[]> response) {
        var headers = new HashMap<String, String>();
        response.headers()
                .map()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Answer.Complete(response.statusCode(), headers, response.body());
    }

    /** Only what provably happens before the first byte of the request counts as not sent. */
    private static Answer failed(@Nullable Throwable cause) {
        for (var at = cause; at != null; at = at.getCause()) {
            switch (at) {
                case HttpConnectTimeoutException ignored -> {
                    return new Answer.NotSent("no connection in time");
                }
                case UnknownHostException ignored -> {
                    return new Answer.NotSent("the host name is not known");
                }
                case UnresolvedAddressException ignored -> {
                    return new Answer.NotSent("the host name is not known");
                }
                case NoRouteToHostException ignored -> {
                    return new Answer.NotSent("there is no way to the host");
                }
                case SSLHandshakeException e -> {
                    return new Answer.NotSent("TLS failed: " + e.getMessage());
                }
                default -> {}
            }
        }
        return cause instanceof ConnectException
                ? new Answer.NotSent("the connection was refused")
                : new Answer.None(
                        "the connection broke: " + (cause instanceof IOException io ? io.getMessage() : cause));
    }
}
