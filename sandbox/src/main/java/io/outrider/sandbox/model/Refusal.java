package io.outrider.sandbox.model;

/** A request that OpenAI would answer with 400. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String param;

    Refusal(String message, String param) {
        super(message);
        this.param = param;
    }

    String param() {
        return param;
    }
}
