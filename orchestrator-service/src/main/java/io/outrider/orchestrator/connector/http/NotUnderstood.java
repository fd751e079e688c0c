package io.outrider.orchestrator.connector.http;

/** A whole answer, or a payload, that is not what it should be. */
public final class NotUnderstood extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;

    public NotUnderstood(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    public String problem() {
        return problem;
    }
}
