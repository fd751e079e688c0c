package io.outrider.cli.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;

/** Plain HTTP to what runs on this machine. No exchange waits for ever, and none asks for HTTP/2: one that did once got no answer. */
public final class Http {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Http() {}

    public static HttpClient open() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Fails with {@link java.net.http.HttpTimeoutException} after 30 s without an answer. */
    public static HttpRequest.Builder to(URI address) {
        return HttpRequest.newBuilder(address).timeout(PATIENCE);
    }
}
