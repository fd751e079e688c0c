package io.outrider.orchestrator.run.store;

import io.outrider.orchestrator.run.RunKey;

/** How far a run is, for those who have seen it before. */
public record Standing(RunKey run, long version, boolean ended) {}
