package io.outrider.research.wire;

import io.outrider.research.enrich.CompanyRecord;
import io.outrider.type.v1.Company;
import io.outrider.type.v1.FundingRound;
import io.outrider.type.v1.Location;

/** Company records. */
public final class CompanyWire {

    private CompanyWire() {}

    public static Company toWire(CompanyRecord company) {
        var wire = Company.newBuilder()
                .setDomain(company.domain())
                .setName(company.name())
                .setLegalName(company.legalName())
                .setDescription(company.description())
                .setWebsite(company.website())
                .setIndustry(company.industry())
                .setLocation(
                        Location.newBuilder().setLocality(company.locality()).setCountryCode(company.countryCode()))
                .addAllSpecialties(company.specialties())
                .addAllTechStack(company.techStack());
        company.foundedYear().ifPresent(wire::setFoundedYear);
        company.employeeCount().ifPresent(wire::setEmployeeCount);
        company.rounds().forEach(round -> wire.addFundingRounds(round(round)));
        company.basis().forEach(basis -> wire.addBasis(PeopleWire.toWire(basis)));
        return wire.build();
    }

    private static FundingRound round(CompanyRecord.Round round) {
        var wire = FundingRound.newBuilder()
                .setName(round.name())
                .setDate(round.date())
                .setCurrency(round.currency())
                .addAllInvestors(round.investors());
        if (round.amount() >= 0) {
            wire.setAmount(round.amount());
        }
        return wire.build();
    }
}
