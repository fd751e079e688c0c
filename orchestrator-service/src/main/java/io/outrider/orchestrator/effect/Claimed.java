package io.outrider.orchestrator.effect;

import java.util.Map;

/** What came of a claim. */
public sealed interface Claimed {

    /**
     * @param effects by grant id; a grant that is missing was used before, and is not ours to use
     */
    record Won(long version, Map<String, Held> effects) implements Claimed {

        public Won {
            effects = Map.copyOf(effects);
        }
    }

    /** The run has moved on or is to be cancelled. Nothing was claimed. */
    record Lost() implements Claimed {}

    /** @param messages how many of the wanted messages are ours; fewer means that some were sent by another effect */
    record Held(String effectId, int messages) {}
}
