package io.outrider.orchestrator.rest;

import com.google.protobuf.ProtocolMessageEnum;
import java.util.Locale;

/** Enum values as JSON shows them. */
public final class Words {

    private Words() {}

    /** The value's name without its enum's; empty for the unspecified one and for one that this version does not know. */
    public static String of(ProtocolMessageEnum value) {
        if (value instanceof Enum<?> named && named.name().equals("UNRECOGNIZED") || value.getNumber() == 0) {
            return "";
        }
        var type = value.getDescriptorForType().getName();
        var prefix = type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT) + "_";
        return value.getValueDescriptor().getName().substring(prefix.length());
    }
}
