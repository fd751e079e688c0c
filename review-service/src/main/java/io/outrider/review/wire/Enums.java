package io.outrider.review.wire;

import io.outrider.kit.error.InvalidField;

/** Between enums of the domain and of the wire, which differ by a prefix. A test holds that they agree. */
final class Enums {

    private Enums() {}

    static <W extends Enum<W>> W toWire(Class<W> type, String prefix, Enum<?> value) {
        return Enum.valueOf(type, prefix + value.name());
    }

    /** @throws InvalidField where the value is unspecified or of a later version of the contract */
    static <D extends Enum<D>> D toDomain(Class<D> type, String prefix, Enum<?> value, String field) {
        var name = value.name();
        if (name.equals("UNRECOGNIZED") || name.equals(prefix + "UNSPECIFIED")) {
            throw new InvalidField(field, "must be given");
        }
        return Enum.valueOf(type, name.substring(prefix.length()));
    }
}
