package io.outrider.review.wire;

import com.google.protobuf.Duration;
import io.outrider.kit.error.Check;
import io.outrider.review.v1.Proposal;
import io.outrider.review.v1.ProposeActionRequest;
import io.outrider.review.v1.ReviseProposalRequest;

/**
 * What a run says that it has spent. A run that repeats a request after a crash has waited for other times, so no request is
 * recognized by them.
 */
final class Efforts {

    private static final int MOST_STEPS = 20;
    private static final int LONGEST_NAME = 200;
    private static final long YEAR = java.time.Duration.ofDays(366).toSeconds();
    private static final int NANOS = 1_000_000_000;

    private Efforts() {}

    static void check(Proposal proposal, String at) {
        var effort = proposal.getEffort();
        Check.between(effort.getStepsCount(), 0, MOST_STEPS, at + "effort.steps");
        Check.atMost(effort.getSequenceId(), LONGEST_NAME, at + "effort.sequence_id");
        for (var step : effort.getStepsList()) {
            Check.atMost(step.getStep(), LONGEST_NAME, at + "effort.steps.step");
            Check.that(sound(step.getTook()), at + "effort.steps.took", "must be 0 to a year");
        }
    }

    private static boolean sound(Duration took) {
        return took.getSeconds() >= 0 && took.getSeconds() <= YEAR && took.getNanos() >= 0 && took.getNanos() < NANOS;
    }

    /** What tells the request from others. */
    static ProposeActionRequest compared(ProposeActionRequest request) {
        var compared = request.toBuilder();
        compared.getProposalsBuilderList().forEach(Proposal.Builder::clearEffort);
        return compared.build();
    }

    /** What tells the request from others. */
    static ReviseProposalRequest compared(ReviseProposalRequest request) {
        var compared = request.toBuilder();
        if (request.hasProposal()) {
            compared.getProposalBuilder().clearEffort();
        }
        return compared.build();
    }
}
