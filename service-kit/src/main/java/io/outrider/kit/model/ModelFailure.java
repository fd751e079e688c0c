package io.outrider.kit.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.service.output.OutputParsingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/** One attempt that failed, in our own words. */
final class ModelFailure extends RuntimeException {

    private final boolean retryable;
    private final boolean overload;
    private final boolean ofProvider;
    private final Duration retryAfter;

    private ModelFailure(String message, boolean retryable, boolean overload, boolean ofProvider, Duration retryAfter) {
        super(message, null, false, false);
        this.retryable = retryable;
        this.overload = overload;
        this.ofProvider = ofProvider;
        this.retryAfter = retryAfter;
    }

    boolean retryable() {
        return retryable;
    }

    /** The provider has too much to do: ask it less at once. */
    boolean overload() {
        return overload;
    }

    /** Not only this model has too much to do: its provider as a whole fails. */
    boolean ofProvider() {
        return ofProvider;
    }

    /** Zero where the provider did not say. */
    Duration retryAfter() {
        return retryAfter;
    }

    /** The client's exceptions carry prompts and answers in their messages: only their kind is kept. */
    static ModelFailure of(Throwable thrown) {
        for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
            switch (t) {
                case ModelFailure known -> {
                    return known;
                }
                case WebApplicationException e -> {
                    return answered(e.getResponse().getStatus(), retryAfterOf(e.getResponse()));
                }
                case HttpException e -> {
                    return answered(e.statusCode(), Duration.ZERO);
                }
                case OutputParsingException e -> {
                    return new ModelFailure(
                            "the model's answer was not in the shape asked for", true, false, false, Duration.ZERO);
                }
                case CircuitBreakerOpenException e -> {
                    return new ModelFailure("the model failed too often just now", false, false, false, Duration.ZERO);
                }
                case TimeoutException e -> {
                    return noAnswer();
                }
                case IOException e -> {
                    return noAnswer();
                }
                default -> {}
            }
        }
        return new ModelFailure(
                "the question could not be asked (" + thrown.getClass().getSimpleName() + ")",
                true,
                false,
                false,
                Duration.ZERO);
    }

    /** The wait for a place took all the time there was; nothing was asked. */
    static ModelFailure tooLate() {
        return new ModelFailure("there was no time left to ask a model", false, false, false, Duration.ZERO);
    }

    private static ModelFailure noAnswer() {
        return new ModelFailure("the model did not answer", true, true, true, Duration.ZERO);
    }

    private static ModelFailure answered(int status, Duration retryAfter) {
        var overload = status == 429 || status >= 500;
        var retryable = overload || status == 408 || status == 409;
        return new ModelFailure("the model answered " + status, retryable, overload, status >= 500, retryAfter);
    }

    /** Only the form in seconds (RFC 9110, 10.2.3): the date form depends on the provider's clock. */
    private static Duration retryAfterOf(Response response) {
        var header = response.getHeaderString("Retry-After");
        if (header == null || !header.matches("\\d{1,5}")) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(Long.parseLong(header));
    }
}
