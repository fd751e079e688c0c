package io.outrider.orchestrator.step;

import io.outrider.type.v1.Claim;
import java.util.Locale;
import java.util.Optional;

/**
 * Who owns an account, by its country: a plain rule of the playbook, for example "DE=1001, AT=1001, *=1009". The country is
 * the caller's column "country_code", else the one that research found.
 */
final class Territory {

    private static final String COUNTRY = "country_code";
    private static final String ANYWHERE = "*";

    private Territory() {}

    /** Empty where no rule names the country, nor anywhere. */
    static Optional<String> owner(String rules, Known known) {
        var country = country(known);
        Optional<String> anywhere = Optional.empty();
        for (var rule : rules.split(",")) {
            var sides = rule.split("=", 2);
            if (sides.length == 2 && !sides[1].isBlank()) {
                var place = sides[0].strip().toUpperCase(Locale.ROOT);
                if (!country.isEmpty() && place.equals(country)) {
                    return Optional.of(sides[1].strip());
                }
                if (place.equals(ANYWHERE)) {
                    anywhere = Optional.of(sides[1].strip());
                }
            }
        }
        return anywhere;
    }

    private static String country(Known known) {
        var given = known.account().getAttributesOrDefault(COUNTRY, "");
        var code = given.isBlank()
                ? known.brief().result().getClaimsList().stream()
                        .filter(claim -> claim.getPredicate().equals(COUNTRY))
                        .map(Claim::getValue)
                        .findFirst()
                        .orElse("")
                : given;
        return code.strip().toUpperCase(Locale.ROOT);
    }
}
