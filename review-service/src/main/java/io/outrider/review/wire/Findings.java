package io.outrider.review.wire;

import io.outrider.review.policy.Wording;
import io.outrider.review.v1.Proposal;
import io.outrider.type.v1.ClaimStatus;
import io.outrider.type.v1.LintSeverity;
import java.util.ArrayList;

/** What the checks found of a proposal, as words: first of what the agent worked from, then of what it made. */
final class Findings {

    private Findings() {}

    /** With a space between; empty where it is clean. */
    static String of(Proposal proposal, Wording wording) {
        var found = new ArrayList<String>();
        var risk = proposal.getRisk();
        add(found, risk.getPartial(), "partial");
        add(found, risk.getDegraded(), "degraded");
        add(found, risk.getMissingCount() > 0, "missing-data");
        add(
                found,
                proposal.getClaimsList().stream()
                        .anyMatch(claim -> claim.getStatus() != ClaimStatus.CLAIM_STATUS_SUPPORTED),
                "unverified-claim");
        add(found, wording.errors() > 0, "lint-error");
        add(
                found,
                proposal.getLintList().stream()
                        .anyMatch(finding -> finding.getSeverity() == LintSeverity.LINT_SEVERITY_WARNING),
                "lint-warning");
        add(found, wording.unsupported() > 0, "unsupported-sentence");
        return String.join(" ", found);
    }

    private static void add(ArrayList<String> found, boolean holds, String word) {
        if (holds) {
            found.add(word);
        }
    }
}
