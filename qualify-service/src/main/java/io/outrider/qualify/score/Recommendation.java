package io.outrider.qualify.score;

import java.util.List;

/**
 * What to do next, and the codes that say why.
 *
 * @param reasonCodes for example "INSTANT_DISQUALIFIER:q_competitor", "LOW_COVERAGE"
 */
public record Recommendation(Action action, List<String> reasonCodes) {

    public Recommendation {
        reasonCodes = List.copyOf(reasonCodes);
    }
}
