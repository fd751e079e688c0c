package io.outrider.orchestrator.connector.http;

import io.outrider.orchestrator.connector.Deadline;
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

    /** A call in a hurry connects at once or not at all: that it was not sent can be proved only before it is connected. */
    private static final Duration CONNECT_IN_A_HURRY = Duration.ofMillis(500);

    private final HttpClient patient;
    private final HttpClient hurried;
    private final Duration connectTimeout;
    private final Duration deadline;

    /** @param deadline of one whole exchange, body included */
    public LiveDoor(Duration connectTimeout, Duration deadline) {
        this.connectTimeout = connectTimeout;
        this.deadline = deadline;
        this.patient = client(connectTimeout);
        this.hurried = client(CONNECT_IN_A_HURRY);
    }

    private static HttpClient client(Duration connectTimeout) {
        return HttpClient.newBuilder()
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
        var time = Deadline.within(deadline);
        return time.isZero() ? new Answer.NotSent(Deadline.OVER) : exchange(call, time);
    }

    private Answer exchange(Call call, Duration time) {
        var client = time.compareTo(connectTimeout) > 0 ? patient : hurried;
        CompletableFuture<HttpResponse<byte[]>> pending;
        try {
            pending = client.sendAsync(
                    request(call), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER_BYTES));
        } catch (IllegalArgumentException e) {
            return new Answer.NotSent("the request cannot be made: " + e.getMessage());
        }
        try {
            return complete(pending.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            pending.cancel(true);
            return new Answer.None("no whole answer within " + Math.ceilDiv(time.toMillis(), 1000) + " s");
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
        patient.shutdownNow();
        hurried.shutdownNow();
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
