package io.outrider.review.policy;

/** Whose draft a proposal is, as far as confidence and autonomy are told apart by it. Empty where nobody said. */
public record Source(String agent, String segmentId, String model) {

    public static final Source NONE = new Source("", "", "");
}
