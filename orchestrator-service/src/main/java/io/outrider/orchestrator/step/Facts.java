package io.outrider.orchestrator.step;

import io.outrider.type.v1.Account;
import io.outrider.type.v1.Brief;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.ClaimStatus;
import io.outrider.type.v1.ValueType;
import io.outrider.type.v1.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a playbook's action rules see: {@code fact}, {@code facts}, {@code attributes}, {@code score}, {@code tier}. */
final class Facts {

    private Facts() {}

    static Map<String, Object> of(Account account, Brief brief, Verdict verdict) {
        Map<String, Claim> best = new HashMap<>();
        Map<String, List<Object>> all = new HashMap<>();
        for (var claim : brief.getClaimsList()) {
            if (!supported(claim)) {
                continue;
            }
            all.computeIfAbsent(claim.getPredicate(), key -> new ArrayList<>()).add(value(claim));
            best.merge(claim.getPredicate(), claim, (a, b) -> b.getConfidence() > a.getConfidence() ? b : a);
        }
        Map<String, Object> fact = new HashMap<>();
        best.forEach((predicate, claim) -> fact.put(predicate, value(claim)));
        return Map.of(
                "fact",
                fact,
                "facts",
                all,
                "attributes",
                account.getAttributesMap(),
                "score",
                (long) verdict.getScore(),
                "tier",
                Words.of(verdict.getTier()));
    }

    private static boolean supported(Claim claim) {
        return claim.getStatus() == ClaimStatus.CLAIM_STATUS_SUPPORTED
                || claim.getStatus() == ClaimStatus.CLAIM_STATUS_PARTIALLY;
    }

    private static Object value(Claim claim) {
        if (claim.getValueType() == ValueType.VALUE_TYPE_NUMBER) {
            try {
                return Double.parseDouble(claim.getValue());
            } catch (NumberFormatException e) {
                return claim.getValue();
            }
        }
        return claim.getValue();
    }
}
