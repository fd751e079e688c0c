package io.outrider.orchestrator.library;

import io.outrider.library.v1.Revision;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The applied revisions of every workspace. */
interface Revisions {

    /**
     * A library that was found sound, to be made the newest revision.
     *
     * @param summary complete but for its number
     */
    record Application(String workspace, String requestId, String bodySha256, Canonical canonical, Revision summary) {}

    /** Once per request id; fails with the kit's RequestIdReused for another body. */
    Uni<Applied> apply(Application application);

    /** The newest revision's number; 0 where there is none. */
    Uni<Long> newest(String workspace);

    /** Null where there is no such revision. */
    Uni<@Nullable Stored> find(String workspace, long number);

    /** Newest first, those below the number. */
    Uni<List<Revision>> below(String workspace, long number, int limit);

    record Stored(Revision summary, Pinned pinned) {}
}
