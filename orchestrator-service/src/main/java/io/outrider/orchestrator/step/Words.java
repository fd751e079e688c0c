package io.outrider.orchestrator.step;

import io.outrider.type.v1.Tier;

/** Enums of the wire as rules and people read them. */
final class Words {

    private Words() {}

    /** For example "STRONG"; empty for an unset one. */
    static String of(Tier tier) {
        return tier == Tier.TIER_UNSPECIFIED || tier == Tier.UNRECOGNIZED
                ? ""
                : tier.name().substring("TIER_".length());
    }
}
