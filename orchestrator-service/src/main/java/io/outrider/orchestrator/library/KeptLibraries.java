package io.outrider.orchestrator.library;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outrider.kit.error.NotFound;
import io.outrider.kit.error.StateForbids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the revisions that were read lately: a revision never changes, so what is kept is never stale. */
@ApplicationScoped
class KeptLibraries implements Libraries {

    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private final Revisions revisions;
    private final Cache<LibraryRevisionEntity.Key, Revisions.Stored> kept = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .<LibraryRevisionEntity.Key, Revisions.Stored>weigher(
                    (key, stored) -> stored.pinned().library().getSerializedSize() + 200)
            .build();

    KeptLibraries(Revisions revisions) {
        this.revisions = revisions;
    }

    @Override
    public Uni<Pinned> pinned(String workspace, long revision) {
        return stored(workspace, revision).map(Revisions.Stored::pinned);
    }

    Uni<Revisions.Stored> stored(String workspace, long revision) {
        if (revision < 0) {
            return Uni.createFrom().failure(notFound(revision));
        }
        return revision > 0
                ? exactly(workspace, revision)
                : revisions
                        .newest(workspace)
                        .chain(newest -> newest == 0
                                ? Uni.createFrom()
                                        .failure(new StateForbids(
                                                "NO_LIBRARY", "This workspace has no library yet: apply one first"))
                                : exactly(workspace, newest));
    }

    private Uni<Revisions.Stored> exactly(String workspace, long revision) {
        var key = new LibraryRevisionEntity.Key(workspace, revision);
        var known = kept.getIfPresent(key);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return revisions.find(workspace, revision).map(found -> {
            if (found == null) {
                throw notFound(revision);
            }
            kept.put(key, found);
            return found;
        });
    }

    private static NotFound notFound(long revision) {
        return new NotFound("library revision", Long.toString(revision));
    }
}
