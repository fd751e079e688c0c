package io.outrider.messaging.draft;

import io.smallrye.mutiny.Uni;

/** Writes a sequence. What comes back is untrusted, whoever wrote it. */
public interface Drafter {

    Uni<Drafted> draft(Assignment assignment);
}
