package io.outrider.orchestrator.library.check;

import io.outrider.orchestrator.library.yaml.Places;
import io.outrider.orchestrator.library.yaml.Problem;
import java.util.List;

/** Collects problems by the path of the value that has them. */
final class Findings {

    private final Places places;
    private final List<Problem> problems;

    Findings(Places places, List<Problem> problems) {
        this.places = places;
        this.problems = problems;
    }

    void add(String path, String reason) {
        problems.add(places.of(path).problem(reason));
    }

    boolean wasWritten(String path) {
        return places.has(path);
    }

    /** True where a problem of the value has been told already. */
    boolean isUnreadable(String path) {
        return places.isUnreadable(path);
    }
}
