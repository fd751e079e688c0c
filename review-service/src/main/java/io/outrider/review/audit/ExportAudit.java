package io.outrider.review.audit;

import io.outrider.review.grant.GrantKey;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Use case: hands out a workspace's chain, oldest first, with a signed checkpoint at its end. */
@ApplicationScoped
public class ExportAudit {

    private static final int PAGE = 1_000;

    private final Chains chains;
    private final GrantKey key;

    ExportAudit(Chains chains, GrantKey key) {
        this.chains = chains;
        this.key = key;
    }

    /** @param after the number of the last event that the caller has; 0 for none */
    public Multi<Part> run(String workspace, long after) {
        return chains.head(workspace).toMulti().flatMap(head -> {
            var last = new AtomicLong(after);
            var pages = Multi.createBy()
                    .repeating()
                    .uni(() -> chains.links(workspace, last.get(), head.count(), PAGE)
                            .invoke(links -> links.forEach(link -> last.set(link.number()))))
                    .until(List::isEmpty)
                    .map(links -> (Part) new Part.Links(links));
            return Multi.createBy()
                    .concatenating()
                    .streams(
                            pages,
                            Multi.createFrom()
                                    .item(() -> new Part.End(chains.seal(workspace, head), key.publicKeys())));
        });
    }

    /** A piece of an export. */
    public sealed interface Part {

        record Links(List<Link> links) implements Part {}

        /** @param keys a JWK set */
        record End(Sealed end, String keys) implements Part {}
    }
}
