package io.outrider.orchestrator.run.store;

import io.outrider.orchestrator.run.ActionRow;
import io.outrider.orchestrator.run.Settlement;

/** Rows below a run, as statements take them. */
public final class Parts {

    private Parts() {}

    /** @param first number of the statement's parameter that the first column takes */
    public static Unnest<OfRun<ActionRow>> actions(int first) {
        return new Unnest<OfRun<ActionRow>>(first)
                .text("ws", a -> a.run().workspace())
                .text("run_id", a -> a.run().id())
                .text("key", a -> a.of().key())
                .int4("ordinal", a -> a.of().ordinal())
                .text("action_type", a -> a.of().actionType())
                .text("state", a -> a.of().state().name())
                .bytes("payload", a -> a.of().payload())
                .text("payload_sha256", a -> a.of().payloadSha256())
                .text("item_id", a -> a.of().itemId())
                .text("grant_id", a -> a.of().grant().id())
                .text("grant_jws", a -> a.of().grant().jws())
                .int4("version", a -> a.of().version())
                .time("fresh_until", a -> a.of().freshUntil())
                .text("segment", a -> a.of().segment())
                .text("reason", a -> a.of().reason());
    }

    /** @param first number of the statement's parameter that the first column takes */
    public static Unnest<OfRun<Settlement>> settlements(int first) {
        return new Unnest<OfRun<Settlement>>(first)
                .text("ws", s -> s.run().workspace())
                .text("run_id", s -> s.run().id())
                .text("id", s -> s.of().effectId())
                .int4("attempt", s -> s.of().attempt())
                .text("state", s -> s.of().state().name())
                .text("external_id", s -> s.of().externalId())
                .text("reason", s -> s.of().reason())
                .bytes("before_image", s -> s.of().beforeImage());
    }
}
