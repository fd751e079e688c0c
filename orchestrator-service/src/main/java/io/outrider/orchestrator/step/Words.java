package io.outrider.orchestrator.step;

import io.outrider.type.v1.Level;
import io.outrider.type.v1.Tier;
import java.util.Locale;

/** Enums of the wire as rules and people read them. */
final class Words {

    private Words() {}

    /** For example "STRONG"; empty for an unset one. */
    static String of(Tier tier) {
        return tier == Tier.TIER_UNSPECIFIED || tier == Tier.UNRECOGNIZED
                ? ""
                : tier.name().substring("TIER_".length());
    }

    /** For example "rules", as a library writes it. */
    static String of(Level level) {
        return level.name().substring("LEVEL_".length()).toLowerCase(Locale.ROOT);
    }
}
