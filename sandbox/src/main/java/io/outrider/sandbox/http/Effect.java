package io.outrider.sandbox.http;

/**
 * What a call did to the outside world.
 *
 * @param happened false for reads, refusals and suppressed repeats
 * @param recipient whom or what it reached, or empty
 * @param repeated whether an earlier answer was given again
 */
public record Effect(boolean happened, String recipient, boolean repeated) {

    static final Effect NONE = new Effect(false, "", false);
}
