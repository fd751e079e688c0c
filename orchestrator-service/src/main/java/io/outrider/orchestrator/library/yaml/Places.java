package io.outrider.orchestrator.library.yaml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Remembers where each value of the library stands, by its path, for example "playbooks[0].persona_ids[1]". */
public final class Places {

    private final Map<String, Place> byPath = new HashMap<>();
    private final Set<String> unreadable = new HashSet<>();

    void put(String path, Place place) {
        byPath.putIfAbsent(path, place);
    }

    void putUnreadable(String path) {
        unreadable.add(path);
    }

    /** True where the author wrote the value, even if it could not be read. */
    public boolean has(String path) {
        return byPath.containsKey(path);
    }

    /** True where the value could not be read, which has been told: nothing more need be said of it. */
    public boolean isUnreadable(String path) {
        return unreadable.contains(path);
    }

    /** The place of the value, or of the nearest thing around it. */
    public Place of(String path) {
        var at = path;
        while (!byPath.containsKey(at) && !at.isEmpty()) {
            at = parent(at);
        }
        return byPath.getOrDefault(at, new Place("library", 0));
    }

    private static String parent(String path) {
        var cut = path.endsWith("]") ? path.lastIndexOf('[') : path.lastIndexOf('.');
        return cut < 0 ? "" : path.substring(0, cut);
    }
}
