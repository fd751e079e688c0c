package io.outrider.orchestrator.connector.http;

import io.outrider.orchestrator.connector.Limits;
import java.time.InstantSource;

/** Reads in every answer how many calls the provider still allows, and tells whoever keeps the limits. */
public final class MeteredDoor implements HttpDoor {

    private final HttpDoor door;
    private final String connector;
    private final Limits limits;
    private final InstantSource clock;

    public MeteredDoor(HttpDoor door, String connector, Limits limits, InstantSource clock) {
        this.door = door;
        this.connector = connector;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Answer send(Call call) {
        var answer = door.send(call);
        if (answer instanceof Answer.Complete whole) {
            Quota.closedUntil(whole, clock.instant()).ifPresent(until -> limits.close(connector, until));
        }
        return answer;
    }
}
