package io.outrider.messaging.material;

import java.util.List;

/** One thing the product does for the persona, and the proof points that carry it. */
public record ValueProp(String id, String text, List<String> proofPointIds) {

    public ValueProp {
        proofPointIds = List.copyOf(proofPointIds);
    }
}
