package io.outrider.review.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks a chain from its first event to its last and stops at the first that does not fit. Finds an edit, a deletion, an
 * insertion, a swap, a back-dated event and a cut tail; a chain that somebody stamped anew from the start is found by a checkpoint
 * kept elsewhere.
 */
public final class ChainWalk {

    /** Transactions take their time before they take their place in the chain, and replicas' clocks differ. */
    static final Duration SLACK = Duration.ofMinutes(5);

    private final String workspace;
    private final @Nullable Checkpoint kept;
    private long at;
    private byte[] hash = Link.ROOT;
    private Instant latest = Instant.MIN.plus(SLACK);
    private @Nullable Problem problem;

    /** @param kept a checkpoint that the chain must contain */
    public ChainWalk(String workspace, @Nullable Checkpoint kept) {
        this.workspace = workspace;
        this.kept = kept;
    }

    /** @return false once something does not fit: the rest need not be read */
    public boolean step(Link link) {
        if (problem != null) {
            return false;
        }
        at++;
        problem = problemOf(link);
        hash = link.hash();
        if (link.entry().time().isAfter(latest)) {
            latest = link.entry().time();
        }
        return problem == null;
    }

    /** @param count,head what the chain's head says */
    public void end(long count, byte[] head) {
        if (problem == null && at != count) {
            problem = new Problem(Math.min(at, count) + 1, "The chain should have " + count + " events and has " + at);
        } else if (problem == null && !Arrays.equals(hash, head)) {
            problem = new Problem(at, "The last event is not the one that the chain's head names");
        } else if (problem == null && kept != null && kept.count() > at) {
            problem = new Problem(at + 1, "The checkpoint has " + kept.count() + " events, the chain " + at);
        }
    }

    public long checked() {
        return at;
    }

    public Optional<Problem> problem() {
        return Optional.ofNullable(problem);
    }

    private @Nullable Problem problemOf(Link link) {
        if (link.number() != at) {
            return new Problem(at, "Event " + at + " is missing, " + link.number() + " stands in its place");
        }
        if (!Arrays.equals(link.previousHash(), hash)) {
            return new Problem(at, "It does not follow the event before it");
        }
        if (!Arrays.equals(link.hash(), Link.hashOf(hash, at, link.entry().content(workspace)))) {
            return new Problem(at, "Its content is not what was hashed");
        }
        if (kept != null
                && kept.count() == at
                && !kept.hash().equals(HexFormat.of().formatHex(link.hash()))) {
            return new Problem(at, "It is not the event that the checkpoint names");
        }
        return problemOfTime(link.entry().time());
    }

    private @Nullable Problem problemOfTime(Instant time) {
        if (time.isBefore(latest.minus(SLACK))) {
            return new Problem(at, "It is dated " + time + ", after an event of " + latest);
        }
        if (kept != null && at <= kept.count() && time.isAfter(kept.time().plus(SLACK))) {
            return new Problem(at, "It is dated " + time + ", and the checkpoint that covers it is of " + kept.time());
        }
        if (kept != null && at > kept.count() && time.isBefore(kept.time().minus(SLACK))) {
            return new Problem(at, "It is dated " + time + ", before the checkpoint of " + kept.time());
        }
        return null;
    }
}
