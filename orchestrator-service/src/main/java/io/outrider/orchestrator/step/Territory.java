package io.outrider.orchestrator.step;

import io.outrider.orchestrator.library.check.OwnerRules;
import io.outrider.type.v1.Claim;
import io.outrider.type.v1.PlaybookAction;
import java.util.Optional;

/**
 * Who owns an account and what is made for it, by its country. The country is the caller's column "country_code", else the
 * one that research found.
 */
final class Territory {

    private static final String COUNTRY = "country_code";
    private static final String COMPANY = "crm.company.upsert";

    private Territory() {}

    /** By the action's own rules, else by those of the company's: an account and all about it have one owner. */
    static Optional<String> owner(PlaybookAction action, Known known) {
        return rules(action)
                .or(() -> known.playbook().getActionsList().stream()
                        .filter(other -> other.getType().equals(COMPANY))
                        .flatMap(other -> rules(other).stream())
                        .findFirst())
                .flatMap(rules -> OwnerRules.of(rules).owner(country(known)));
    }

    private static Optional<String> rules(PlaybookAction action) {
        return Optional.of(action.getSettingsOrDefault(OwnerRules.SETTING, "")).filter(rules -> !rules.isBlank());
    }

    private static String country(Known known) {
        var given = known.account().getAttributesOrDefault(COUNTRY, "");
        return given.isBlank()
                ? known.brief().result().getClaimsList().stream()
                        .filter(claim -> claim.getPredicate().equals(COUNTRY))
                        .map(Claim::getValue)
                        .findFirst()
                        .orElse("")
                : given;
    }
}
