package io.outrider.review.slack;

import io.outrider.kit.error.InvalidField;

/** What a button is about: the item at the version and hash that the message showed. */
record Bound(String itemId, int version, String sha256) {

    String encode() {
        return itemId + "|" + version + "|" + sha256;
    }

    /** @param value may have more parts behind these three */
    static Bound decode(String value) {
        var parts = value.split("\\|", -1);
        try {
            return new Bound(parts[0], Integer.parseInt(parts[1]), parts[2]);
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException e) {
            throw new InvalidField("value", "was not made by this service");
        }
    }
}
