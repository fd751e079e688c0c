package io.outrider.sandbox.http;

/** One part of the outside world. Called on an event loop: never blocks, and is safe for several threads. */
@FunctionalInterface
public interface Endpoint {

    /**
     * @throws BadJson if the body is not the JSON that the endpoint reads
     */
    Reply answer(Request request);
}
