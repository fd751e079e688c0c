package io.outrider.sandbox.fault;

/**
 * What goes wrong with one call.
 *
 * @param delayMs held back this long, in milliseconds
 * @param status answered instead of calling the endpoint; 0 for none
 * @param retryAfterSeconds 0 for none
 */
public record Fault(long delayMs, int status, int retryAfterSeconds, Cut cut, Spoil spoil) {

    public static final Fault NONE = new Fault(0, 0, 0, Cut.NONE, Spoil.NONE);

    Fault and(FaultRule rule, long drawnMs) {
        return new Fault(
                delayMs + drawnMs,
                status != 0 ? status : rule.status(),
                status != 0 ? retryAfterSeconds : rule.retryAfterSeconds(),
                cut != Cut.NONE ? cut : rule.cut(),
                spoil != Spoil.NONE ? spoil : rule.spoil());
    }
}
