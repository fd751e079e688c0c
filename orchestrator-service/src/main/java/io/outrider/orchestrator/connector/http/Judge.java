package io.outrider.orchestrator.connector.http;

import io.outrider.orchestrator.connector.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Says what an answer means for an effect. The line it draws: {@link Outcome.Busy} only where the write provably did not
 * happen, {@link Outcome.Unknown} wherever it may have.
 */
public final class Judge {

    /** Where the provider does not say when to come back. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final int EXCERPT = 300;

    private final InstantSource clock;

    public Judge(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Of a call that changes something.
     *
     * @param onSuccess reads a 2xx answer; throws {@link NotUnderstood} where it is not what the provider documents
     */
    public Outcome ofWrite(Answer answer, Function<Answer.Complete, Outcome> onSuccess) {
        return switch (answer) {
            case Answer.NotSent(String reason) -> new Outcome.Busy(SOON, reason);
            case Answer.None(String reason) -> new Outcome.Unknown(reason);
            case Answer.Complete whole when whole.isSuccess() -> understood(whole, onSuccess);
            case Answer.Complete whole -> ofFailedWrite(whole);
        };
    }

    /** Of a call that only reads: whatever failed, nothing happened. For answers that are no success. */
    public Outcome ofFailedRead(Answer answer) {
        return switch (answer) {
            case Answer.NotSent(String reason) -> new Outcome.Busy(SOON, reason);
            case Answer.None(String reason) -> new Outcome.Busy(SOON, reason);
            case Answer.Complete whole when whole.status() >= 500 -> busy(whole);
            case Answer.Complete whole when isLater(whole.status()) -> busy(whole);
            case Answer.Complete whole -> new Outcome.Refused(said(whole));
        };
    }

    /** Nothing was written and what was read makes no sense. */
    public Outcome unreadable(NotUnderstood problem) {
        return new Outcome.Busy(SOON, problem.problem());
    }

    private static Outcome understood(Answer.Complete whole, Function<Answer.Complete, Outcome> onSuccess) {
        try {
            return onSuccess.apply(whole);
        } catch (NotUnderstood e) {
            return new Outcome.Unknown("answered " + whole.status() + ", but " + e.problem());
        }
    }

    private Outcome ofFailedWrite(Answer.Complete whole) {
        var status = whole.status();
        if (isLater(status) || (status == 503 && !whole.header("retry-after").isEmpty())) {
            return busy(whole);
        }
        // 303 sends the client to look at the result of a write that was done.
        var mayHaveHappened = status >= 500 || status == 303;
        return mayHaveHappened ? new Outcome.Unknown(said(whole)) : new Outcome.Refused(said(whole));
    }

    /** 408: the request did not arrive whole. 425 and 429: it was turned away unread. */
    private static boolean isLater(int status) {
        return status == 408 || status == 425 || status == 429;
    }

    private Outcome busy(Answer.Complete whole) {
        return new Outcome.Busy(
                RetryAfter.of(whole.header("retry-after"), clock.instant(), SOON), "answered " + whole.status());
    }

    private static String said(Answer.Complete whole) {
        var text = whole.text().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        var excerpt = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "..." : text;
        return "answered " + whole.status() + (excerpt.isEmpty() ? "" : ": " + excerpt);
    }
}
