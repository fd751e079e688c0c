package io.outrider.review.queue;

import io.vertx.pgclient.PgException;
import jakarta.persistence.PersistenceException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Why a transaction is tried once more. None of these reaches a caller. */
abstract sealed class Retry extends RuntimeException {

    private static final String SERIALIZATION_FAILURE = "40001";

    private Retry(String message) {
        super(message, null, false, false);
    }

    static boolean worthIt(Throwable failure) {
        return failure instanceof Retry || isDuplicate(failure) || isOvertaken(failure);
    }

    /** The policy that was read must hold at the place where the transaction enters the audit chain. */
    static void unlessStill(long read, long holds) {
        if (read != holds) {
            throw new PolicyChanged();
        }
    }

    /** The database saw at the commit that the policy had changed: see V60. */
    private static boolean isOvertaken(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PgException e && SERIALIZATION_FAILURE.equals(e.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDuplicate(Throwable failure) {
        return failure instanceof ConstraintViolationException
                || failure instanceof PersistenceException
                        && failure.getCause() instanceof ConstraintViolationException;
    }

    static final class NewWorkspace extends Retry {
        NewWorkspace() {
            super("The workspace has no policy yet");
        }
    }

    static final class PolicyChanged extends Retry {
        PolicyChanged() {
            super("The policy changed meanwhile");
        }
    }
}
