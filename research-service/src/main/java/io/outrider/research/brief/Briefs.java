package io.outrider.research.brief;

import io.outrider.kit.page.PageToken;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Stored briefs and the pages they were made of. Each call sees one workspace. */
public interface Briefs {

    Uni<Optional<Brief>> find(String workspace, String id);

    /**
     * Newest first.
     *
     * @param domain empty for all accounts
     */
    Uni<List<Brief>> page(String workspace, String domain, Optional<PageToken> after, int size);

    Uni<Optional<Snapshot>> snapshot(String workspace, String id);

    /** The account's pages whose facts have not expired. */
    Uni<List<Snapshot>> freshPages(String workspace, String domain, Instant now);
}
