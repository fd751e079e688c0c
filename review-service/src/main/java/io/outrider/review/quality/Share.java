package io.outrider.review.quality;

/** A part of a whole. */
final class Share {

    private Share() {}

    /** 0 of nothing. */
    static double of(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
