package io.outrider.orchestrator.rest.agents.view;

import com.google.protobuf.ProtocolMessageEnum;
import io.outrider.orchestrator.rest.Words;
import org.jspecify.annotations.Nullable;

/** From the wire's "empty means unknown" to JSON's null. */
final class Plain {

    private Plain() {}

    static @Nullable String text(String value) {
        return value.isEmpty() ? null : value;
    }

    static @Nullable String word(ProtocolMessageEnum value) {
        return text(Words.of(value));
    }
}
