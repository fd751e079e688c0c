package io.outrider.cli.demo;

import io.outrider.review.v1.ReviewItem;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.ClaimStatus;
import io.outrider.type.v1.LintSeverity;
import io.outrider.type.v1.Sentence;
import io.outrider.type.v1.Support;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the demo's reviewer looks at before accepting. A real reviewer reads; this one can only check. */
final class Cleanliness {

    private Cleanliness() {}

    /** What speaks against accepting. Empty where nothing does. */
    static Optional<String> problem(ReviewItem item) {
        return partial(item).or(() -> lint(item)).or(() -> unsupported(item)).or(() -> evidence(item));
    }

    private static Optional<String> partial(ReviewItem item) {
        return item.getProposal().getRisk().getPartial() ? Optional.of("some of the work failed") : Optional.empty();
    }

    private static Optional<String> lint(ReviewItem item) {
        return item.getProposal().getLintList().stream()
                .filter(finding -> finding.getSeverity() == LintSeverity.LINT_SEVERITY_ERROR)
                .map(finding -> "lint " + finding.getRule())
                .findFirst();
    }

    private static Optional<String> unsupported(ReviewItem item) {
        var known = claimIds(item);
        return item.getProposal().getStepsList().stream()
                .flatMap(step -> step.getSentencesList().stream())
                .filter(sentence -> sentence.getSupport() == Support.SUPPORT_NONE || !carried(sentence, known, item))
                .map(sentence -> "nothing carries \"" + sentence.getText() + "\"")
                .findFirst();
    }

    private static boolean carried(Sentence sentence, Set<String> claims, ReviewItem item) {
        return claims.containsAll(sentence.getClaimIdsList())
                && item.getProposal().getProofPointsMap().keySet().containsAll(sentence.getProofPointIdsList());
    }

    private static Optional<String> evidence(ReviewItem item) {
        return item.getProposal().getClaimsList().stream()
                .filter(claim ->
                        claim.getEvidenceCount() == 0 || claim.getStatus() == ClaimStatus.CLAIM_STATUS_CONTRADICTED)
                .map(claim -> "no sound evidence for " + claim.getPredicate())
                .findFirst();
    }

    private static Set<String> claimIds(ReviewItem item) {
        return item.getProposal().getClaimsList().stream().map(Claim::getId).collect(Collectors.toSet());
    }
}
