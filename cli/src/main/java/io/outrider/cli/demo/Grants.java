package io.outrider.cli.demo;

import com.google.protobuf.ByteString;
import io.outrider.cli.client.ReviewQueue;
import io.outrider.orchestrator.v1.ActionState;
import io.outrider.orchestrator.v1.Run;
import io.outrider.review.v1.ItemState;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What review says it granted, read from review itself and not from the orchestrator. */
public final class Grants {

    private static final Set<ItemState> GRANTED =
            Set.of(ItemState.ITEM_STATE_ACCEPTED, ItemState.ITEM_STATE_EDITED, ItemState.ITEM_STATE_AUTO_GRANTED);

    private final ReviewQueue queue;

    public Grants(ReviewQueue queue) {
        this.queue = queue;
    }

    /** The payload hash that each done action's item was granted for, by the grant's id. */
    public Map<String, String> of(List<Run> runs) {
        var hashes = new HashMap<String, String>();
        for (var run : runs) {
            for (var action : run.getActionsList()) {
                if (action.getState() != ActionState.ACTION_STATE_DONE) {
                    continue;
                }
                var item = queue.get(action.getItemId());
                if (GRANTED.contains(item.getState())) {
                    hashes.put(action.getGrantId(), sha256(item.getProposal().getPayload()));
                }
            }
        }
        return hashes;
    }

    /** Over the bytes themselves: the hash that the item states may be wrong. */
    private static String sha256(ByteString payload) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
