package io.outrider.orchestrator.rest.agents.view;

import io.outrider.type.v1.Company;
import io.outrider.type.v1.FundingRound;
import io.outrider.type.v1.Location;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A company as enrichment found it. */
@RegisterForReflection
@Schema(name = "Company", description = "A company as enrichment found it. Null: looked for and not found.")
public record CompanyView(
        @Nullable String name,
        @Nullable String legalName,
        @Nullable String description,
        @Nullable String domain,
        @Nullable String website,
        @Nullable Integer founded,
        @Nullable Integer employeeCount,
        @Nullable String industry,
        @Nullable String countryCode,
        LocationView location,
        List<String> specialties,
        List<String> techStack,
        List<RoundView> fundingRounds,
        @Nullable String briefId,
        List<BasisView> basis) {

    @RegisterForReflection
    @Schema(name = "Location")
    public record LocationView(
            @Nullable String streetAddress,
            @Nullable String locality,
            @Nullable String region,
            @Nullable String postalCode,
            @Nullable String countryCode) {}

    @RegisterForReflection
    @Schema(name = "FundingRound")
    public record RoundView(
            @Nullable String roundName,
            @Nullable String roundDate,
            @Nullable Long roundAmount,
            @Nullable String roundCurrency,
            List<String> investorNames) {}

    public static CompanyView of(Company company, String briefId) {
        return new CompanyView(
                Plain.text(company.getName()),
                Plain.text(company.getLegalName()),
                Plain.text(company.getDescription()),
                Plain.text(company.getDomain()),
                Plain.text(company.getWebsite()),
                company.hasFoundedYear() ? company.getFoundedYear() : null,
                company.hasEmployeeCount() ? company.getEmployeeCount() : null,
                Plain.text(company.getIndustry()),
                Plain.text(company.getLocation().getCountryCode()),
                location(company.getLocation()),
                List.copyOf(company.getSpecialtiesList()),
                List.copyOf(company.getTechStackList()),
                company.getFundingRoundsList().stream().map(CompanyView::round).toList(),
                Plain.text(briefId),
                BasisView.of(company.getBasisList()));
    }

    private static LocationView location(Location location) {
        return new LocationView(
                Plain.text(location.getStreetAddress()),
                Plain.text(location.getLocality()),
                Plain.text(location.getRegion()),
                Plain.text(location.getPostalCode()),
                Plain.text(location.getCountryCode()));
    }

    private static RoundView round(FundingRound round) {
        return new RoundView(
                Plain.text(round.getName()),
                Plain.text(round.getDate()),
                round.hasAmount() ? round.getAmount() : null,
                Plain.text(round.getCurrency()),
                List.copyOf(round.getInvestorsList()));
    }
}
