package io.outrider.qualify.rule;

/** A rule that does not compile, with the place in its text. Lines and columns count from 1. */
public final class RuleError extends RuntimeException {

    private final int line;
    private final int column;
    private final String problem;

    RuleError(int line, int column, String problem) {
        super(line + ":" + column + " " + problem);
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public String problem() {
        return problem;
    }
}
