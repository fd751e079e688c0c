package io.outrider.orchestrator.run;

import io.outrider.orchestrator.v1.Estimate;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Says what runs would cost before they are accepted. */
public interface BatchEstimates {

    Uni<Estimate> of(String workspace, List<NewRun> runs);
}
