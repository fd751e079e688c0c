package io.outrider.orchestrator.step;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.outrider.orchestrator.library.Libraries;
import io.outrider.orchestrator.library.Pinned;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;

/** Libraries for legs, which run on threads of their own. Revisions never change, so that what was read stays right. */
@ApplicationScoped
class PinnedLibraries {

    private static final int MOST = 64;

    private final Libraries libraries;
    private final Cache<Key, Pinned> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    PinnedLibraries(Libraries libraries) {
        this.libraries = libraries;
    }

    Pinned get(String workspace, long revision) {
        var key = new Key(workspace, revision);
        var have = known.getIfPresent(key);
        if (have != null) {
            return have;
        }
        try {
            var read = VertxContextSupport.subscribeAndAwait(() -> libraries.pinned(workspace, revision));
            known.put(key, read);
            return read;
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The library could not be read", e);
        }
    }

    private record Key(String workspace, long revision) {}
}
