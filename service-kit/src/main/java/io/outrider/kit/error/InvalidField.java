package io.outrider.kit.error;

import java.util.List;
import java.util.Map;

/** One or more fields of a request are wrong. */
public final class InvalidField extends Failure {

    private final List<Violation> violations;

    public InvalidField(String field, String problem) {
        this("INVALID_FIELD", List.of(new Violation(field, problem)));
    }

    /** @param violations at least one; the first one makes the message. */
    public InvalidField(String reason, List<Violation> violations) {
        super(
                Kind.INVALID,
                reason,
                message(violations),
                Map.of("field", violations.getFirst().field()));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }

    private static String message(List<Violation> violations) {
        var first = violations.getFirst();
        var more = violations.size() == 1 ? "" : " (and " + (violations.size() - 1) + " more)";
        return first.field() + " " + first.problem() + more;
    }

    /** @param field proto path, or {@code file:line} for a file. */
    public record Violation(String field, String problem) {}
}
