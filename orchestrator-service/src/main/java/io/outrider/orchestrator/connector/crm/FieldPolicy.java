package io.outrider.orchestrator.connector.crm;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which CRM fields may be written, and when. Fields of our own (prefix {@value #OWN}) are always ours; any other is only
 * filled where it is empty, so that what a person wrote stays.
 *
 * @param allowed besides our own
 */
record FieldPolicy(List<String> allowed) {

    static final String OWN = "outrider_";

    FieldPolicy {
        allowed = List.copyOf(allowed);
    }

    /**
     * @param write what to send
     * @param kept fields left alone because they hold another value
     */
    record Plan(Map<String, String> write, List<String> kept) {}

    /** Fields that may not be written at all, sorted. */
    List<String> forbidden(Map<String, String> wanted) {
        return wanted.keySet().stream()
                .filter(Predicate.not(this::isAllowed))
                .sorted()
                .toList();
    }

    /** @param present what the record holds now; a missing field is empty */
    Plan plan(Map<String, String> wanted, Map<String, String> present) {
        var write = new TreeMap<String, String>();
        var kept = new TreeSet<String>();
        wanted.forEach((field, value) -> {
            var now = present.getOrDefault(field, "");
            if (now.equals(value)) {
                return;
            }
            if (now.isBlank() || field.startsWith(OWN)) {
                write.put(field, value);
            } else {
                kept.add(field);
            }
        });
        return new Plan(write, List.copyOf(kept));
    }

    private boolean isAllowed(String field) {
        return field.startsWith(OWN) || allowed.contains(field);
    }

    static String list(List<String> fields) {
        return fields.stream().collect(Collectors.joining(", "));
    }
}
