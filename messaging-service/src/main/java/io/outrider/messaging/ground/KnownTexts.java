package io.outrider.messaging.ground;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The last texts that were prepared, so that the same ones need not be read again. For many threads. */
final class KnownTexts {

    private final Map<List<String>, Source> last;

    KnownTexts(int most) {
        last = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<List<String>, Source> eldest) {
                return size() > most;
            }
        };
    }

    /** Not to be changed by the caller. */
    Source of(List<String> texts) {
        synchronized (last) {
            var known = last.get(texts);
            if (known != null) {
                return known;
            }
        }
        var source = Source.of(texts);
        synchronized (last) {
            last.put(List.copyOf(texts), source);
        }
        return source;
    }
}
