package io.outrider.review.trust;

/**
 * What an agent said of a draft, and what a person made of it.
 *
 * @param raw the agent's confidence, 0 to 1
 * @param accepted without a material edit
 * @param weight how many items it stands for: one over the share that people saw of its like when it was reviewed
 */
public record Label(double raw, boolean accepted, double weight) {

    public Label(double raw, boolean accepted) {
        this(raw, accepted, 1);
    }
}
