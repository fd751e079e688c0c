package io.outrider.qualify.rule;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A map that remembers which keys a rule read, so that an answer can name its evidence. Used for one evaluation. */
final class Reading extends AbstractMap<String, Object> {

    private final Map<String, ?> values;
    private final Set<String> read = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();

    Reading(Map<String, ?> values) {
        this.values = values;
    }

    Set<String> read() {
        return read;
    }

    Set<String> missing() {
        return missing;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        var present = values.containsKey(key);
        note(key, present);
        return present;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        var value = values.get(key);
        note(key, value != null);
        return value;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Set<Entry<String, Object>> entrySet() {
        return ((Map<String, Object>) values).entrySet();
    }

    private void note(@Nullable Object key, boolean present) {
        if (key != null) {
            (present ? read : missing).add(key.toString());
        }
    }
}
