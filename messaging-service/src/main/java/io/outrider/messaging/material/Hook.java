package io.outrider.messaging.material;

import java.util.List;

/** A reason to write now, as research put it. */
public record Hook(String text, List<String> claimIds) {

    public Hook {
        claimIds = List.copyOf(claimIds);
    }
}
