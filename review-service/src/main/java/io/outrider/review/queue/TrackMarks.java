package io.outrider.review.queue;

import io.outrider.review.policy.Policy;
import io.outrider.review.trust.Track;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What decisions that are made together say of their kinds, one after the other, as {@link Tracks#label} would have it. */
final class TrackMarks {

    private final Policy policy;
    private final Map<Kind, Optional<Track>> read = new HashMap<>();
    private final Map<Kind, Track> marked = new HashMap<>();

    TrackMarks(Policy policy) {
        this.policy = policy;
    }

    /**
     * @param item as a first decision leaves it that did not edit
     * @param stored of its kind; null where there is none yet
     * @return false, and nothing is marked, where the kind would lose its level by it
     */
    boolean mark(Item item, @Nullable Track stored) {
        var counts = item.extras().wouldPass() && !item.extras().planted();
        if (!counts || item.state().open() || item.state() == ItemState.IGNORED) {
            return true;
        }
        var kind = Kind.of(item);
        var start = policy.startLevelOf(kind.actionType());
        var before =
                marked.getOrDefault(kind, (stored == null ? Track.NEW : stored).startingAt(start, policy.autonomy()));
        var after = before.labelled(item.state() == ItemState.ACCEPTED, policy.autonomy());
        if (after.level() != before.level()) {
            return false;
        }
        read.putIfAbsent(kind, Optional.ofNullable(stored));
        marked.put(kind, after);
        return true;
    }

    /** What is written of each kind, and what it must still be until then. */
    List<JsonObject> rows() {
        return marked.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    private JsonObject row(Kind kind, Track track) {
        var row = new JsonObject()
                .put("action_type", kind.actionType())
                .put("segment_id", kind.segmentId())
                .put("level", track.level().name())
                .put("labels", track.labels())
                .put("fresh", track.fresh())
                .put("tightened", track.tightened());
        read.getOrDefault(kind, Optional.empty())
                .ifPresent(was -> row.put("was_level", was.level().name())
                        .put("was_labels", was.labels())
                        .put("was_fresh", was.fresh())
                        .put("was_tightened", was.tightened())
                        .put("was_bad", was.badOutcomes())
                        .put("was_settled", was.settled()));
        return row;
    }
}
