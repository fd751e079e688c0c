package io.outrider.orchestrator.connector.http;

import io.outrider.orchestrator.connector.Limits;
import java.time.InstantSource;

/** Reads in every answer how many calls the provider still allows, and tells whoever keeps the limits. */
public final class MeteredDoor implements HttpDoor {

    private final HttpDoor door;
    private final String limit;
    private final Limits limits;
    private final InstantSource clock;

    public MeteredDoor(HttpDoor door, String limit, Limits limits, InstantSource clock) {
        this.door = door;
        this.limit = limit;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Answer send(Call call) {
        var answer = door.send(call);
        if (answer instanceof Answer.Complete whole) {
            Quota.closedUntil(whole, clock.instant()).ifPresent(until -> limits.close(limit, until));
        }
        return answer;
    }
}
