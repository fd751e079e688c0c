package io.outrider.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.outrider.sandbox.http.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Talks to a sandbox as a service does. */
final class Client implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    Client(Sandbox sandbox) {
        this.base = sandbox.uri();
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer token");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    JsonNode json(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        return json(send(method, path, body, headers).body());
    }

    static JsonNode json(String text) {
        return Json.read(Buffer.buffer(text));
    }

    /** The whole answer of a company site with its head; empty where nobody answers. */
    String page(String host, String path) throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
