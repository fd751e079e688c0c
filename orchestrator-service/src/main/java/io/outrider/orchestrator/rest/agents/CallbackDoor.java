package io.outrider.orchestrator.rest.agents;

import io.outrider.orchestrator.rest.agents.CallbackTargets.Target;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Posts to a checked address, with the host's own name in Host and SNI. Follows no redirect and reads no answer. */
final class CallbackDoor implements AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;

    private final HttpClient client;
    private final Duration deadline;

    CallbackDoor(Vertx vertx, Duration deadline) {
        this.deadline = deadline;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAlive(false)
                .setMaxRedirects(0));
    }

    /**
     * Blocks the calling virtual thread.
     *
     * @return the status
     * @throws NotDelivered where there was none
     */
    int post(Target target, Map<String, String> headers, byte[] body) throws NotDelivered {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(target.port(), target.address()))
                .setHost(target.host())
                .setPort(
                        target.url().getPort() == -1
                                ? (target.tls() ? 443 : 80)
                                : target.url().getPort())
                .setSsl(target.tls())
                .setURI(target.pathAndQuery())
                .setFollowRedirects(false)
                .setTimeout(deadline.toMillis());
        headers.forEach(options::putHeader);
        try {
            return client.request(options)
                    .compose(request -> status(request, body))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDelivered("stopped while waiting for the receiver");
        } catch (TimeoutException e) {
            throw new NotDelivered("no answer within " + deadline.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new NotDelivered("the connection failed");
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** The status is all that counts: the connection is cut rather than a long answer read. */
    private static io.vertx.core.Future<Integer> status(HttpClientRequest request, byte[] body) {
        return request.send(Buffer.buffer(body)).map(response -> {
            var status = response.statusCode();
            request.connection().close();
            return status;
        });
    }

    /** Nobody answered. */
    static final class NotDelivered extends Exception {

        private static final long serialVersionUID = 1;

        NotDelivered(String reason) {
            super(reason, null, false, false);
        }
    }
}
