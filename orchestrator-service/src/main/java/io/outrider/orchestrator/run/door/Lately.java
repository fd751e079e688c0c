package io.outrider.orchestrator.run.door;

import io.outrider.orchestrator.run.Asked;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The requests that this replica accepted last. Under overload only a repeat of one of these is worth a look into the
 * database: all others are refused without one, so that refusing stays cheap.
 */
final class Lately {

    private final Set<Key> keys;

    /** @param most the oldest is forgotten when there are more */
    Lately(int most) {
        keys = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Boolean> eldest) {
                return size() > most;
            }
        }));
    }

    void accepted(Asked asked) {
        keys.add(key(asked));
    }

    boolean has(Asked asked) {
        return keys.contains(key(asked));
    }

    private static Key key(Asked asked) {
        return new Key(asked.workspace(), asked.caller(), asked.requestId());
    }

    private record Key(String workspace, String caller, String requestId) {}
}
