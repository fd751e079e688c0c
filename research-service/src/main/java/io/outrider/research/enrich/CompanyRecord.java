package io.outrider.research.enrich;

import io.outrider.research.brief.FieldBasis;
import java.util.List;
import java.util.OptionalInt;

/** A company as its claims make it. Empty fields were looked for and not found. */
public record CompanyRecord(
        String domain,
        String name,
        String legalName,
        String description,
        String website,
        String industry,
        OptionalInt foundedYear,
        OptionalInt employeeCount,
        String locality,
        String countryCode,
        List<String> specialties,
        List<String> techStack,
        List<Round> rounds,
        List<FieldBasis> basis) {

    public CompanyRecord {
        specialties = List.copyOf(specialties);
        techStack = List.copyOf(techStack);
        rounds = List.copyOf(rounds);
        basis = List.copyOf(basis);
    }

    /**
     * A funding round.
     *
     * @param date a year, empty where no page says
     * @param amount in whole units of the currency, -1 where no page says
     * @param currency ISO 4217, empty without an amount
     */
    public record Round(String name, String date, long amount, String currency, List<String> investors) {

        public Round {
            investors = List.copyOf(investors);
        }
    }
}
