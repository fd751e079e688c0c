package io.outrider.sandbox.crm;

import com.fasterxml.jackson.databind.JsonNode;
import io.outrider.sandbox.http.Endpoint;
import io.outrider.sandbox.http.Json;
import io.outrider.sandbox.http.Reply;
import io.outrider.sandbox.http.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The HubSpot-shaped door, /crm/v3/objects/. Like HubSpot it knows no idempotency keys: a write that is sent twice is
 * done twice, and what was received shows it. There is no DELETE.
 */
public final class Crm implements Endpoint {

    private static final String BASE = "/crm/v3/objects/";
    private static final Map<String, String> LIMITS = Map.of(
            "X-HubSpot-RateLimit-Max", "190",
            "X-HubSpot-RateLimit-Remaining", "189",
            "X-HubSpot-RateLimit-Interval-Milliseconds", "10000",
            "X-HubSpot-RateLimit-Daily", "1000000",
            "X-HubSpot-RateLimit-Daily-Remaining", "999999");

    private final Map<ObjectType, ObjectStore> stores = new EnumMap<>(ObjectType.class);
    private final InstantSource clock;
    private volatile Duration searchLag = Duration.ZERO;

    public Crm(InstantSource clock) {
        this.clock = clock;
        var ids = new AtomicLong(100);
        for (var type : ObjectType.values()) {
            stores.put(type, new ObjectStore(type, ids, clock));
        }
    }

    @Override
    public Reply answer(Request request) {
        try {
            if (!request.hasBearer()) {
                throw CrmError.unauthenticated();
            }
            return route(request).with(LIMITS);
        } catch (CrmError e) {
            return e.reply();
        }
    }

    private Reply route(Request request) {
        if (!request.path().startsWith(BASE)) {
            throw CrmError.notFound(request.path());
        }
        var parts = request.path().substring(BASE.length()).split("/");
        var type = ObjectType.of(parts[0]).orElseThrow(() -> CrmError.notFound(request.path()));
        var store = stores.get(type);
        if (store == null || parts.length > 3) {
            throw CrmError.notFound(request.path());
        }
        if (request.method().equals("GET") && parts.length == 2) {
            return Json.reply(
                    200, store.get(parts[1], request.param("idProperty")).json());
        }
        var body = Json.readObject(request.body());
        var last = parts.length == 1 ? "" : parts[1];
        return switch (request.method() + " " + parts.length) {
            case "POST 1" -> written(type, 201, store.create(properties(body)));
            case "PATCH 2" -> written(type, 200, store.update(last, request.param("idProperty"), properties(body)));
            case String verb
            when verb.equals("POST 2") && last.equals("search") -> Search.run(store, type, body, indexedUntil());
            case String verb when verb.equals("POST 3") && last.equals("batch") -> batch(store, type, parts[2], body);
            default -> throw CrmError.notFound(request.method() + " " + request.path());
        };
    }

    /** How long a new record is not found by search; it can be read at once. */
    public void searchLag(Duration lag) {
        searchLag = lag;
    }

    private Instant indexedUntil() {
        return searchLag.isZero() ? Instant.MAX : clock.instant().minus(searchLag);
    }

    private static Reply batch(ObjectStore store, ObjectType type, String verb, JsonNode body) {
        var reply = Batch.run(store, verb, body);
        return verb.equals("read") ? reply : reply.reaching(type.path());
    }

    private static Reply written(ObjectType type, int status, CrmObject object) {
        var key = type.key().isEmpty() ? "" : object.property(type.key());
        return Json.reply(status, object.json()).reaching(type.path() + ":" + (key.isEmpty() ? object.id() : key));
    }

    /**
     * @throws CrmError if a value is neither text, number nor boolean
     */
    static Map<String, String> properties(JsonNode body) {
        var properties = new HashMap<String, String>();
        body.path("properties").properties().forEach(property -> {
            if (property.getValue().isContainerNode()) {
                throw CrmError.invalid("Property " + property.getKey() + " is not a single value");
            }
            properties.put(property.getKey(), property.getValue().asText(""));
        });
        return properties;
    }
}
