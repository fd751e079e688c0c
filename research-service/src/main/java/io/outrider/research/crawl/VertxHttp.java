package io.outrider.research.crawl;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@link Http} on Vert.x: connects to the address it is given, with the host's own name in Host and SNI. */
final class VertxHttp implements Http, AutoCloseable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int KEEP_ALIVE_SECONDS = 10;
    private static final int CONNECTIONS_PER_HOST = 4;

    private final HttpClient client;
    private final String userAgent;

    VertxHttp(Vertx vertx, String userAgent) {
        this.userAgent = userAgent;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setDecompressionSupported(true)
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxPoolSize(CONNECTIONS_PER_HOST)
                .setMaxRedirects(0));
    }

    @Override
    public Answer get(Target target, int maxBytes, Duration timeout) throws Refused, InterruptedException {
        var exchange = new Exchange(maxBytes);
        var options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(target.port(), target.address()))
                .setHost(target.host())
                .setPort(target.tls() ? 443 : 80)
                .setSsl(target.tls())
                .setURI(target.pathAndQuery())
                .setFollowRedirects(false)
                .putHeader("user-agent", userAgent)
                .putHeader("accept", "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8");
        client.request(options).onComplete(exchange::begin, exchange::fail);
        try {
            return exchange.answer
                    .future()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            exchange.abort();
            throw e;
        } catch (TimeoutException e) {
            exchange.abort();
            throw new Refused(Refused.Kind.ANSWER, "no answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refused refused
                    ? refused
                    : new Refused(exchange.began ? Refused.Kind.ANSWER : Refused.Kind.CONNECT, exchange.problem());
        }
    }

    @Override
    public void close() {
        client.close();
    }

    /** One request and the body that is collected for it. */
    private static final class Exchange {

        private final int maxBytes;
        private final Promise<Answer> answer = Promise.promise();
        private volatile boolean began;
        private volatile boolean aborted;
        private volatile @Nullable HttpClientRequest request;

        Exchange(int maxBytes) {
            this.maxBytes = maxBytes;
        }

        void begin(HttpClientRequest ready) {
            began = true;
            request = ready;
            if (aborted) {
                ready.reset();
                return;
            }
            ready.exceptionHandler(this::fail);
            Future<HttpClientResponse> response = ready.send();
            response.onComplete(this::read, this::fail);
        }

        void fail(Throwable cause) {
            answer.tryFail(cause);
        }

        void abort() {
            aborted = true;
            var running = request;
            if (running != null) {
                running.reset();
            }
        }

        String problem() {
            return began ? "the answer was cut" : "connection failed";
        }

        private void read(HttpClientResponse response) {
            if (declaredLength(response) > maxBytes) {
                tooBig();
                return;
            }
            var body = Buffer.buffer();
            response.exceptionHandler(this::fail);
            response.handler(chunk -> {
                if (body.length() + chunk.length() > maxBytes) {
                    tooBig();
                } else {
                    body.appendBuffer(chunk);
                }
            });
            response.endHandler(end -> answer.tryComplete(new Answer(
                    response.statusCode(),
                    Objects.requireNonNullElse(response.getHeader("content-type"), ""),
                    Objects.requireNonNullElse(response.getHeader("location"), ""),
                    body.getBytes())));
        }

        private void tooBig() {
            answer.tryFail(new Refused(Refused.Kind.ANSWER, "over " + maxBytes / 1024 + " KiB"));
            abort();
        }

        private static long declaredLength(HttpClientResponse response) {
            var length = response.getHeader("content-length");
            try {
                return length == null ? 0 : Long.parseLong(length);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
