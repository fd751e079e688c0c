package io.outrider.qualify.verdict;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Where verdicts are kept. A verdict of another workspace is never found. */
public interface Verdicts {

    /**
     * The verdict an earlier request made.
     *
     * @return fails with RequestIdReused where the id was used with another body
     */
    Uni<Optional<StoredVerdict>> madeBy(RequestKey request);

    /** Adds in one commit; false where another call with this request id was faster, and nothing was added. */
    Uni<Boolean> add(RequestKey request, StoredVerdict verdict);

    Uni<Optional<StoredVerdict>> find(String workspace, String id);

    /**
     * Newest first.
     *
     * @param domain empty for all
     * @param beforeId empty for the first page
     */
    Uni<List<StoredVerdict>> page(String workspace, String domain, String beforeId, int size);
}
