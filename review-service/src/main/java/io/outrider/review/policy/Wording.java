package io.outrider.review.policy;

/**
 * What the lint and the grounding found in the messages of a payload.
 *
 * @param errors lint findings that block
 * @param unsupported sentences that nothing carries
 */
public record Wording(int errors, int unsupported) {

    public boolean clean() {
        return errors == 0 && unsupported == 0;
    }
}
