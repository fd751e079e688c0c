package io.outrider.research.brief;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened at the account and says it may be ready to talk.
 *
 * @param strength 0 to 100 when it happened
 * @param dedupeKey two signals with one key are one signal
 */
public record Signal(
        String id,
        String domain,
        Type type,
        String topic,
        double strength,
        Instant occurredAt,
        Instant observedAt,
        List<String> evidenceIds,
        String dedupeKey) {

    public Signal {
        evidenceIds = List.copyOf(evidenceIds);
    }

    /** With the days after which half of the strength is left. */
    public enum Type {
        FUNDING(90),
        HIRING(30),
        LEADERSHIP_CHANGE(60),
        EXPANSION(60),
        NEWS(14);

        private final double halfLifeDays;

        Type(double halfLifeDays) {
            this.halfLifeDays = halfLifeDays;
        }

        public double halfLifeDays() {
            return halfLifeDays;
        }
    }
}
