package io.outrider.orchestrator.connector.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keeps every write and sends none; reads go out. What a connector would send comes out byte for byte. For one rehearsal
 * and one thread.
 */
public final class RehearsalDoor implements HttpDoor {

    /** Stands where a provider's new id would stand, in the shapes of HubSpot and of JSON:API. */
    private static final String MADE_UP = "{\"id\":\"{new}\",\"data\":{\"id\":\"{new}\"}}";

    private final HttpDoor reads;
    private final List<Call> writes = new ArrayList<>();

    public RehearsalDoor(HttpDoor reads) {
        this.reads = reads;
    }

    public List<Call> writes() {
        return List.copyOf(writes);
    }

    @Override
    public Answer send(Call call) {
        if (!call.writes()) {
            return reads.send(call);
        }
        writes.add(call);
        return new Answer.Complete(201, Map.of(), MADE_UP.getBytes(StandardCharsets.UTF_8));
    }
}
