package io.outrider.orchestrator.run;

/** What became of a request for one run. */
public sealed interface Accepted {

    /** The run will go its way whatever happens to this process. */
    record New() implements Accepted {}

    /** What a request can come to without being accepted now. */
    sealed interface Repeatable extends Accepted {}

    /** The request was answered before, or the account has an active run for the playbook. */
    record Existing(RunRow row, boolean alreadyActive) implements Repeatable {}

    /** The request id was used before with another body. */
    record Reused() implements Repeatable {}
}
