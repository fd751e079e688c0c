package io.outrider.orchestrator.connector.sequencer;

import com.fasterxml.jackson.databind.JsonNode;
import io.outrider.orchestrator.connector.http.Found;
import io.outrider.orchestrator.connector.sequencer.Vendor.Enrolled;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which of a person's enrolments bars another. */
final class Running {

    private Running() {}

    /**
     * The one in the wanted sequence, running or ended, else any that runs.
     *
     * @param isOver where no more messages of it can go out
     */
    static Found<Enrolled> of(
            List<JsonNode> all, Function<JsonNode, Enrolled> read, Predicate<JsonNode> isOver, String sequenceId) {
        var same = all.stream().map(read).filter(it -> it.sequenceId().equals(sequenceId));
        var running = all.stream().filter(isOver.negate()).map(read);
        return Stream.concat(same, running)
                .findFirst()
                .<Found<Enrolled>>map(Found.Here::new)
                .orElseGet(Found.Nowhere::new);
    }
}
