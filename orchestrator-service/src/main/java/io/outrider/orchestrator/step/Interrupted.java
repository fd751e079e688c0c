package io.outrider.orchestrator.step;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /** The run waits for something other than a reviewer. */
    static final class Held extends Interrupted {
        private final @Nullable Instant until;
        private final long revision;

        /** Somebody else enqueues the next leg. */
        Held(String reason) {
            super(reason);
            this.until = null;
            this.revision = 0;
        }

        /**
         * @param until when the leg comes back by itself
         * @param revision of the budgets that it waits for
         */
        Held(String reason, Instant until, long revision) {
            super(reason);
            this.until = until;
            this.revision = revision;
        }

        long revision() {
            return revision;
        }

        @Nullable
        Instant until() {
            return until;
        }
    }

    /** The run becomes a dead letter. */
    abstract static sealed class Broken extends Interrupted {
        private final String code;

        private Broken(String code, String reason) {
            super(reason);
            this.code = code;
        }

        /** Names the failure for whoever lists dead letters. */
        final String code() {
            return code;
        }
    }

    /** A step failed for good. */
    static final class Halted extends Broken {
        Halted(String code, String reason) {
            super(code, reason);
        }
    }

    /** A step failed, and a person is to look. */
    static final class ForAPerson extends Broken {
        ForAPerson(String code, String reason) {
            super(code, reason);
        }
    }
}
