package io.outrider.research.wire;

import io.outrider.research.brief.Depth;
import io.outrider.research.brief.Level;

/** Enums of a request. What is left unspecified gets its documented default. */
public final class Enums {

    private Enums() {}

    /** Unspecified means BASE. */
    public static Depth depth(io.outrider.type.v1.Depth depth) {
        return switch (depth) {
            case DEPTH_LITE -> Depth.LITE;
            case DEPTH_CORE -> Depth.CORE;
            case DEPTH_PRO -> Depth.PRO;
            case DEPTH_BASE, DEPTH_UNSPECIFIED -> Depth.BASE;
            case UNRECOGNIZED -> throw new io.outrider.kit.error.InvalidField("depth", "is not a known depth");
        };
    }

    /** Unspecified means ASSISTED. */
    public static Level level(io.outrider.type.v1.Level level) {
        return switch (level) {
            case LEVEL_RULES -> Level.RULES;
            case LEVEL_GUIDED -> Level.GUIDED;
            case LEVEL_AUTONOMOUS -> Level.AUTONOMOUS;
            case LEVEL_ASSISTED, LEVEL_UNSPECIFIED -> Level.ASSISTED;
            case UNRECOGNIZED -> throw new io.outrider.kit.error.InvalidField("level", "is not a known level");
        };
    }
}
