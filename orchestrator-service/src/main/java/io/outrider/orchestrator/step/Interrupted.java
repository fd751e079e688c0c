package io.outrider.orchestrator.step;

import java.time.Duration;

/** Ends the leg where it is. Carries no stack: it is control flow, not a fault. */
abstract sealed class Interrupted extends RuntimeException {

    private Interrupted(String message) {
        super(message, null, false, false);
    }

    final String reason() {
        return String.valueOf(getMessage());
    }

    /** Another execution has the run. Write nothing more. */
    static final class Overtaken extends Interrupted {
        Overtaken() {
            super("Another execution has the run");
        }
    }

    static final class Cancelled extends Interrupted {
        Cancelled(String reason) {
            super(reason);
        }
    }

    /** The same leg again, after a pause. */
    static final class Postponed extends Interrupted {
        private final Duration pause;

        Postponed(String reason, Duration pause) {
            super(reason);
            this.pause = pause;
        }

        Duration pause() {
            return pause;
        }
    }

    /** A step failed for good. */
    static final class Halted extends Interrupted {
        Halted(String reason) {
            super(reason);
        }
    }

    /** A step failed and its playbook wants a person to look. */
    static final class ForAPerson extends Interrupted {
        ForAPerson(String reason) {
            super(reason);
        }
    }
}
