package io.outrider.orchestrator.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A JSON API at a base URL, with its token. */
public final class JsonApi {

    private final HttpDoor door;
    private final String base;
    private final String token;
    private final String mediaType;

    /** @param token empty for none */
    public JsonApi(HttpDoor door, URI base, String token, String mediaType) {
        this.door = door;
        this.base = base.toString().replaceAll("/+$", "");
        this.token = token;
        this.mediaType = mediaType;
    }

    public Answer get(String path) {
        return door.send(dressed(Call.read("GET", URI.create(base + path), new byte[0])));
    }

    /** A POST that only searches. */
    public Answer search(String path, JsonNode body) {
        return door.send(dressed(Call.read("POST", URI.create(base + path), Json.write(body))));
    }

    public Answer write(String method, String path, JsonNode body, String idempotencyKey) {
        return door.send(dressed(Call.write(method, URI.create(base + path), Json.write(body), idempotencyKey)));
    }

    /** One value for use in a path or a query. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Call dressed(Call call) {
        var typed = call.with("Accept", mediaType);
        var bodied = call.body().length == 0 ? typed : typed.with("Content-Type", mediaType);
        return token.isEmpty() ? bodied : bodied.with("Authorization", "Bearer " + token);
    }
}
