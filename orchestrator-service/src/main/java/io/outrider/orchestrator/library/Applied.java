package io.outrider.orchestrator.library;

import io.outrider.library.v1.Revision;

/** @param unchanged true where no new revision was needed */
record Applied(Revision revision, boolean unchanged) {}
