package io.outrider.orchestrator.library;

import io.smallrye.mutiny.Uni;

/** Reads library revisions; keeps those it has read. */
public interface Libraries {

    /**
     * @param revision 0 means the newest
     * @return fails with the kit's NOT_FOUND for an unknown revision, and NO_LIBRARY where none was ever applied
     */
    Uni<Pinned> pinned(String workspace, long revision);
}
