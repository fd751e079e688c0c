package io.outrider.orchestrator.library.yaml;

/**
 * Where a value stands.
 *
 * @param line from 1
 */
public record Place(String file, int line) {

    public Problem problem(String reason) {
        return new Problem(file, line, reason);
    }
}
