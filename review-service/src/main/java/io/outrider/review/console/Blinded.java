package io.outrider.review.console;

import io.outrider.kit.id.Sha256;
import io.outrider.review.policy.Wording;
import io.outrider.review.queue.Answer;
import io.outrider.review.queue.Extras;
import io.outrider.review.queue.Item;
import io.outrider.review.queue.ItemState;
import java.util.List;

/** An item without all that happened to it: no decision, no claim, no hold, no grant, no outcome, and a state that is the same for all. */
final class Blinded {

    private Blinded() {}

    /** @param payload as it was at the version */
    static Item of(Item item, int version, byte[] payload, Wording wording) {
        return new Item(
                item.workspace(),
                item.id(),
                version,
                ItemState.EXPIRED,
                item.origin(),
                Sha256.hex(payload),
                item.gating(),
                wording,
                null,
                new Answer.Waiting(),
                item.created(),
                item.summary(),
                List.of(),
                blinded(item.extras()));
    }

    private static Extras blinded(Extras extras) {
        return new Extras(
                extras.source(),
                extras.confidence(),
                null,
                null,
                "",
                extras.sampled(),
                extras.wouldPass(),
                false,
                extras.calibrated(),
                extras.calibrationVersion(),
                extras.findings());
    }
}
