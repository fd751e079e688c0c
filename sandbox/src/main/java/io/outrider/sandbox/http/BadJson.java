package io.outrider.sandbox.http;

/** A request body that is not JSON, or not of the expected shape. */
public final class BadJson extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadJson(String message) {
        super(message);
    }
}
