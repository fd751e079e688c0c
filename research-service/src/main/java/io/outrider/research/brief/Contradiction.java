package io.outrider.research.brief;

import java.util.List;

/** Claims of which at most one can be true. */
public record Contradiction(Predicate predicate, List<String> claimIds) {

    public Contradiction {
        claimIds = List.copyOf(claimIds);
    }
}
